import "../../../look/school.scss";
import { For, Show } from "solid-js";
import { toDateWords } from "../../../lib/words.ts";
import { Card } from "../../../ui/index.ts";
import type { NeedPage } from "../data.ts";
import { audienceWords, levelWords, seenWords, stageSentences } from "../words.ts";

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
      <Show when={props.need.disclosure.seen.length > 0}>
        <h3 class="govuk-heading-s">Who has seen what</h3>
        <ul class="govuk-list a-small">
          <For each={props.need.disclosure.seen}>
            {({ who, what, at }) => (
              <li>
                <strong>{who ?? "Somebody who has left"}</strong>
                {`: ${seenWords[what]}, ${toDateWords(at)}`}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Card>
  );
}
