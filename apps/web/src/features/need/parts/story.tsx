import { Show } from "solid-js";
import { needOutcomes } from "@alongside/domain/need";
import { toDateWords, toMomentWords } from "../../../lib/words.ts";
import { Timeline } from "../../../ui/index.ts";
import type { Moment, NeedChoices, NeedPage } from "../data.ts";
import { labelOf, outcomeWords, toMomentTitle } from "../words.ts";

const byWords = (moment: Moment, school: string): string | undefined => {
  if (moment.by === null) return undefined;
  return moment.isOnBehalf ? `${moment.by} on behalf of ${school}` : moment.by;
};

function Facts(props: { moment: Moment; choices: NeedChoices }) {
  const fact = (name: string) => props.moment.facts[name];
  const outcome = () => needOutcomes.find((each) => each === fact("outcome"));
  return (
    <>
      <Show when={fact("band")}>
        {(band) => <p>{`Band ${band()}: ${labelOf(props.choices.lists["need-band"], band())}`}</p>}
      </Show>
      <Show when={outcome()}>{(each) => <p>{outcomeWords[each()]}</p>}</Show>
      <Show when={fact("name")}>{(name) => <p>{name()}</p>}</Show>
      <Show when={fact("until")}>{(until) => <p>{`Until ${toDateWords(until())}`}</p>}</Show>
      <Show when={fact("text") ?? fact("reason") ?? fact("note")}>
        {(words) => <p class="a-words">{words()}</p>}
      </Show>
    </>
  );
}

/** What happened to the need, newest first: who, when, on whose behalf. */
export function StoryOfNeed(props: { need: NeedPage; choices: NeedChoices }) {
  const items = () =>
    props.need.timeline.map((moment) => ({
      title: toMomentTitle(moment.kind),
      when: toMomentWords(moment.at),
      at: moment.at,
      by: byWords(moment, props.need.school.name),
      body:
        Object.keys(moment.facts).length === 0 ? undefined : (
          <Facts moment={moment} choices={props.choices} />
        ),
    }));
  return (
    <section>
      <h2 class="govuk-heading-m">What happened</h2>
      <Timeline label="What happened to this need" items={items()} />
    </section>
  );
}
