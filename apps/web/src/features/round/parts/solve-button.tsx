import { Show } from "solid-js";
import { Button, ProgressBar } from "../../../ui/index.ts";
import { Trouble } from "./frame.tsx";
import { createSolving, type Solvable, type Solving } from "./solving.ts";

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

/** Solves a round. A zone is done before the bar can show; longer work says how far it is and can be stopped. */
export function SolveButton(props: Solvable & { label: string; kind?: "main" | "secondary" }) {
  const { solving, isPending, trouble, solve, stop } = createSolving(props);
  const underWay = () => (solving()?.isSolving === true ? solving() : undefined);
  return (
    <>
      <Trouble words={trouble()} />
      <Button
        kind={props.kind ?? "main"}
        pending={isPending() || underWay() !== undefined}
        onPress={() => void solve()}
      >
        {props.label}
      </Button>
      <Show when={underWay()}>
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
