import { useNavigate } from "@solidjs/router";
import { createEffect, createSignal, onCleanup } from "solid-js";
import { api } from "../../../lib/api.ts";
import { announce } from "../../../ui/index.ts";
import { roundAddress } from "../addresses.ts";
import { useRoundAct } from "../data.ts";
import { createTrouble } from "./frame.tsx";

export type Solving = Awaited<ReturnType<typeof api.round.solving.query>>;

export type Solvable = {
  readonly area: string;
  /** `isSolving` when it was being solved as the page came: by somebody else, or before one went to look elsewhere. */
  readonly round: { readonly id: string; readonly version: number; readonly isSolving?: boolean };
};

const lookEvery = 500;

/** Looks again and again how far a round is, until it is solved or the page is left. */
const createWatch = (props: Solvable, whenDone: () => void) => {
  const [solving, setSolving] = createSignal<Solving>();
  const timer: { look?: ReturnType<typeof setInterval> | undefined } = {};
  const rest = () => {
    clearInterval(timer.look);
    timer.look = undefined;
    setSolving(undefined);
  };
  const look = async () => {
    const { area, round } = props;
    const now = await api.round.solving.query({ area, id: round.id });
    if (timer.look === undefined) return;
    setSolving(now);
    if (!now.isSolving) whenDone();
  };
  const watch = () => {
    timer.look ??= setInterval(() => void look().catch(() => undefined), lookEvery);
  };
  onCleanup(rest);
  return { solving, watch, rest };
};

/** The solving of a round, begun here or found under way. */
export const createSolving = (props: Solvable) => {
  const navigate = useNavigate();
  const act = useRoundAct();
  const [isPending, setPending] = createSignal(false);
  const [trouble, setTrouble] = createTrouble();
  const place = { isLeft: false };
  const { solving, watch, rest } = createWatch(props, () => {
    // What was begun here is answered where it was asked.
    if (isPending()) return;
    rest();
    void act(() => Promise.resolve());
  });
  onCleanup(() => (place.isLeft = true));
  createEffect(() => {
    if (props.round.isSolving === true) watch();
  });
  const solve = async () => {
    const { area, round } = props;
    const { id, version } = round;
    const done: { run?: number } = {};
    setPending(true);
    setTrouble("");
    watch();
    const outcome = await act(async () => {
      done.run = (await api.round.solve.mutate({ area, id, version })).run;
    });
    rest();
    setPending(false);
    // Whoever went to look at something else meanwhile stays there.
    if (place.isLeft) return;
    if (!outcome.done) {
      setTrouble(outcome.message ?? "Nothing was changed. Try again.");
      return;
    }
    announce("The round is solved");
    navigate(roundAddress(area, id, `/plan?run=${done.run ?? ""}`));
  };
  const stop = () => void api.round.stop.mutate({ area: props.area, id: props.round.id });
  return { solving, isPending, trouble, solve, stop };
};
