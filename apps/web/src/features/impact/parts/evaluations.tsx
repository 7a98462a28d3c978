import { For, Show } from "solid-js";
import { toDateWords } from "../../../lib/words.ts";
import { InsetText, LinkButton, SummaryList } from "../../../ui/index.ts";
import { workAddress } from "../../visit/addresses.ts";
import type { Impact } from "../data.ts";
import { sideWords, toAnswerWords } from "../words.ts";

type Shown = { area: string; impact: Impact };
type Evaluation = Impact["evaluations"]["seen"][number];

function One(props: Shown & { evaluation: Evaluation }) {
  const rows = () =>
    props.impact.evaluations.questions[props.evaluation.side].map(({ code, label }) => ({
      term: label,
      value: <span class="a-words">{toAnswerWords(props.evaluation.answers[code])}</span>,
    }));
  return (
    <>
      <h3 class="govuk-heading-s">
        {`${sideWords[props.evaluation.side]}, ${toDateWords(props.evaluation.at)}`}
      </h3>
      <SummaryList rows={rows()} />
    </>
  );
}

const isAwaited = ({ state, evaluations }: Impact): boolean =>
  state === "completing" && evaluations.givenBy.length > 0;

/** What both sides said came of it: neither reads the other's before it has answered. */
export function Evaluations(props: Shown) {
  return (
    <Show when={props.impact.evaluations.givenBy.length > 0 || props.impact.state === "completing"}>
      <section>
        <h2 class="govuk-heading-m">What both sides say came of it</h2>
        <Show when={isAwaited(props.impact)}>
          <InsetText>
            {`${props.impact.evaluations.givenBy.map(({ side }) => sideWords[side]).join(", ")} has answered. The answers are shown once both have.`}
          </InsetText>
        </Show>
        <For each={props.impact.evaluations.yours}>
          {(side) => (
            <p>
              <LinkButton
                href={workAddress(props.area, props.impact.id, `impact/evaluate/${side}`)}
              >
                {side === "leader" ? "Evaluate as the leader" : "Evaluate as the school"}
              </LinkButton>
            </p>
          )}
        </For>
        <For each={props.impact.evaluations.seen}>
          {(evaluation) => <One {...props} evaluation={evaluation} />}
        </For>
      </section>
    </Show>
  );
}
