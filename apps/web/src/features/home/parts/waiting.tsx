import "../../../look/home.scss";
import { For, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { toDateWords } from "../../../lib/words.ts";
import { Clock, counted, Heading, Tag } from "../../../ui/index.ts";
import type { WaitingNow } from "../data.ts";
import { wordsOf } from "../waiting-words.ts";

function When(props: { waiting: WaitingNow }) {
  return (
    <Show
      when={props.waiting.due}
      fallback={
        <Show when={props.waiting.late > 0}>
          <Tag colour="amber">{`${counted(props.waiting.late, "of them", "of them")} late`}</Tag>
        </Show>
      }
    >
      {(due) => <Clock days={props.waiting.dueInDays ?? 0} on={toDateWords(due())} />}
    </Show>
  );
}

/** What needs this person now, the most pressing first. Says so when it is nothing. */
export function WaitingList(props: { area: string; waiting: readonly WaitingNow[] }) {
  return (
    <section class="a-waiting">
      <Heading level={2} size="m">
        What needs you now
      </Heading>
      <Show
        when={props.waiting.length > 0}
        fallback={
          <p class="govuk-body">Nothing waits for you. You get a mail when something does.</p>
        }
      >
        <ul class="a-waiting__list">
          <For each={props.waiting}>
            {(one) => (
              <li class="a-waiting__item">
                <div>
                  <a
                    class="govuk-link govuk-link--no-visited-state a-waiting__link"
                    href={inArea(props.area, wordsOf(one).path)}
                  >
                    {wordsOf(one).title(one.count)}
                  </a>
                  <div class="a-quiet">{wordsOf(one).hint}</div>
                </div>
                <When waiting={one} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
