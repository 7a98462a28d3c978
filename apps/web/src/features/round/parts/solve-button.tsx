import { useNavigate } from "@solidjs/router";
import { createEffect, createSignal, onCleanup, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { announce, Button, ProgressBar } from "../../../ui/index.ts";
import { roundAddress } from "../addresses.ts";
import { useRoundAct } from "../data.ts";
import { createTrouble, Trouble } from "./frame.tsx";

type Solving = Awaited<ReturnType<typeof api.round.solving.query>>;

const goals: Readonly<Record<string, string>> = {
  "band-1": "the most schools of band 1",
  "band-2": "the most schools of band 2",
  "band-3": "the most schools of band 3",
  "band-4": "the most schools of band 4",
  fit: "the best fit",
};

const wordsOf = ({ progress }: Solving): string => {
  if (progress === null) return "Reading the needs and the days";
  const served = progress.servedByBand.reduce((sum, count) => sum + count, 0);
  return `Looking for ${goals[progress.goal] ?? "the best plan"}; ${served} served so far`;
};

const lookEvery = 500;

/** Solves a round. A zone is done before the bar can show; longer work says how far it is and can be stopped. */
export function SolveButton(props: {
  area: string;
  /** `isSolving` when it was being solved as the page came: by somebody else, or before one went to look elsewhere. */
  round: { readonly id: string; readonly version: number; readonly isSolving?: boolean };
  label: string;
  kind?: "main" | "secondary";
}) {
  const navigate = useNavigate();
  const act = useRoundAct();
  const [solving, setSolving] = createSignal<Solving>();
  const [isPending, setPending] = createSignal(false);
  const [trouble, setTrouble] = createTrouble();
  const place: { look?: ReturnType<typeof setInterval> | undefined; isLeft: boolean } = {
    isLeft: false,
  };
  const rest = () => {
    clearInterval(place.look);
    place.look = undefined;
    setSolving(undefined);
    setPending(false);
  };
  onCleanup(() => {
    clearInterval(place.look);
    place.isLeft = true;
  });
  const look = async () => {
    const { area, round } = props;
    const now = await api.round.solving.query({ area, id: round.id });
    if (place.look === undefined || place.isLeft) return;
    setSolving(now);
    if (isPending() || now.isSolving) return;
    // What was begun elsewhere is done: everything that it moved is asked for anew.
    rest();
    await act(() => Promise.resolve());
  };
  const watch = () => {
    place.look ??= setInterval(() => void look().catch(() => undefined), lookEvery);
  };
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
  return (
    <>
      <Trouble words={trouble()} />
      <Button
        kind={props.kind ?? "main"}
        pending={isPending() || solving()?.isSolving === true}
        onPress={() => void solve()}
      >
        {props.label}
      </Button>
      <Show when={solving()?.isSolving === true ? solving() : undefined}>
        {(now) => (
          <ProgressBar label="Solving" text={wordsOf(now())}>
            <Button kind="secondary" small onPress={stop}>
              Stop and take the best plan so far
            </Button>
          </ProgressBar>
        )}
      </Show>
    </>
  );
}
