import { daysBetween, londonDateOf } from "@alongside/domain/calendar";
import { Show } from "solid-js";
import { toDateWords } from "../../../lib/words.ts";
import { Clock, WhoActsNext } from "../../../ui/index.ts";
import type { NeedPage } from "../data.ts";
import { dueWords, toNextWords } from "../words.ts";

/** No rule sets a day for finding a leader: the day on which the work is to begin says how soon. */
const startWords = ({ next, ask }: NeedPage): string | undefined =>
  next.what === "find-leader" && ask.earliest !== undefined
    ? `So that the work can begin on ${toDateWords(ask.earliest)}`
    : undefined;

/** Who acts next on a need, and by when. */
export function NextOnNeed(props: { need: NeedPage }) {
  const words = () =>
    toNextWords(props.need.next, {
      viewer: {
        isSchool: props.need.audience === "own-school" || props.need.may.write,
        isCoordinator: props.need.may.close,
      },
      parties: { school: props.need.school.name, coordinator: props.need.coordinator },
    });
  return (
    <Show when={props.need.next.who !== "nobody"}>
      <WhoActsNext
        who={words().who}
        what={words().what}
        by={
          <Show when={props.need.next.by} fallback={startWords(props.need)}>
            {(by) => (
              <Clock
                what={dueWords[props.need.next.what]}
                days={daysBetween(props.need.today, londonDateOf(by()))}
                on={toDateWords(by())}
              />
            )}
          </Show>
        }
      />
    </Show>
  );
}
