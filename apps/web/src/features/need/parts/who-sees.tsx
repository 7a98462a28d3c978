import "../../../look/school.scss";
import { For } from "solid-js";
import { Card } from "../../../ui/index.ts";
import type { NeedPage } from "../data.ts";
import { audienceWords, levelWords, stageSentences } from "../words.ts";

/** Who can see what of this need now. */
export function WhoSees(props: { need: NeedPage }) {
  const nameOf = (audience: keyof typeof audienceWords) =>
    audience === "own-school" && props.need.audience !== "own-school"
      ? props.need.school.name
      : audienceWords[audience];
  return (
    <Card>
      <h2 class="govuk-heading-m">Who can see what now</h2>
      <p class="govuk-body">{stageSentences[props.need.disclosure.stage]}</p>
      <dl class="a-facts">
        <For each={props.need.disclosure.seenBy}>
          {({ audience, level }) => (
            <div>
              <dt>{nameOf(audience)}</dt>
              <dd>{levelWords[level]}</dd>
            </div>
          )}
        </For>
      </dl>
    </Card>
  );
}
