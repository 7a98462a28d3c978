import { useNavigate } from "@solidjs/router";
import { createSignal, onCleanup, Show } from "solid-js";
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
  round: { readonly id: string; readonly version: number };
  label: string;
  kind?: "main" | "secondary";
}) {
  const navigate = useNavigate();
  const act = useRoundAct();
  const [solving, setSolving] = createSignal<Solving>();
  const [isPending, setPending] = createSignal(false);
  const [trouble, setTrouble] = createTrouble();
  const timers: { look?: ReturnType<typeof setInterval> } = {};
  const rest = () => {
    clearInterval(timers.look);
    setSolving(undefined);
    setPending(false);
  };
  onCleanup(() => clearInterval(timers.look));
  const look = async () => {
    const { area, round } = props;
    const now = await api.round.solving.query({ area, id: round.id });
    if (isPending()) setSolving(now);
  };
  const solve = async () => {
    const { area, round } = props;
    const { id, version } = round;
    const done: { run?: number } = {};
    setPending(true);
    setTrouble("");
    timers.look = setInterval(() => void look().catch(() => undefined), lookEvery);
    const outcome = await act(async () => {
      done.run = (await api.round.solve.mutate({ area, id, version })).run;
    });
    rest();
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
      <Button kind={props.kind ?? "main"} pending={isPending()} onPress={() => void solve()}>
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
