import { daysBetween, londonDateOf } from "@alongside/domain/calendar";
import { Show } from "solid-js";
import { toDateWords } from "../../../lib/words.ts";
import { Clock, WhoActsNext } from "../../../ui/index.ts";
import type { NeedPage } from "../data.ts";
import { turnOf, type Turn } from "../turn.ts";

/** Until when it is somebody's turn. */
export function TurnClock(props: { turn: Turn; today: NeedPage["today"] }) {
  return (
    <Show when={props.turn.clock} fallback={props.turn.until}>
      {(clock) => (
        <Clock
          what={clock().what}
          days={daysBetween(props.today, londonDateOf(clock().at))}
          on={toDateWords(clock().at)}
        />
      )}
    </Show>
  );
}

/** Who acts next on a need, and by when. */
export function NextOnNeed(props: { need: NeedPage }) {
  const turn = () =>
    turnOf({
      ...props.need,
      earliest: props.need.ask.earliest,
      viewer: {
        isSchool: props.need.audience === "own-school" || props.need.may.write,
        isCoordinator: props.need.may.close,
      },
      parties: { school: props.need.school.name, coordinator: props.need.coordinator },
    });
  return (
    <Show when={turn()}>
      {(known) => (
        <WhoActsNext
          who={known().who}
          what={known().what}
          by={<TurnClock turn={known()} today={props.need.today} />}
        />
      )}
    </Show>
  );
}
