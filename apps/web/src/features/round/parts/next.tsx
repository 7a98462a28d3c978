import { daysBetween } from "@alongside/domain/calendar";
import { Show } from "solid-js";
import { toDateWords } from "../../../lib/words.ts";
import { Clock, WhoActsNext } from "../../../ui/index.ts";
import type { RoundPage } from "../data.ts";
import { nextOf } from "../words.ts";

/** Who acts next in a round, and by when; nothing once it is over. */
export function Next(props: { round: RoundPage }) {
  return (
    <Show when={nextOf(props.round)}>
      {(next) => (
        <WhoActsNext
          who={next().who}
          what={next().what}
          by={
            <Show when={next().due !== undefined && props.round.due}>
              {(due) => (
                <Clock
                  what={next().due}
                  days={daysBetween(props.round.today, due())}
                  on={toDateWords(due())}
                />
              )}
            </Show>
          }
        />
      )}
    </Show>
  );
}
