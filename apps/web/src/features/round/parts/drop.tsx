import { Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { announce, Button, Details, InsetText } from "../../../ui/index.ts";
import { useRoundAct } from "../data.ts";
import { createTrouble, Trouble } from "./frame.tsx";
import type { OfRound } from "./of-round.tsx";
import { ReasonForm } from "./reason-form.tsx";

/** Gives a round up before anything was sent. */
export function Drop(props: OfRound) {
  const drop = (reason: string) => {
    const { id, version } = props.round;
    return api.round.drop.mutate({ area: props.area, id, version, reason });
  };
  return (
    <Show when={props.round.state === "draft" || props.round.state === "solved"}>
      <Details summary="Drop this round">
        <ReasonForm
          label="Why is it not wanted?"
          hint="It leaves the list of rounds. Its runs are kept, and you can take it up again"
          submitLabel="Drop the round"
          done="The round is dropped"
          act={drop}
        />
      </Details>
    </Show>
  );
}

/** Why a round was dropped, and the way back. */
export function Dropped(props: OfRound) {
  const act = useRoundAct();
  const [trouble, setTrouble] = createTrouble();
  const takeUp = async () => {
    const { area, round } = props;
    const { id, version } = round;
    const outcome = await act(() => api.round.takeUp.mutate({ area, id, version }));
    setTrouble(outcome.done ? "" : (outcome.message ?? ""));
    if (outcome.done) announce("The round is taken up again");
  };
  return (
    <Show when={props.round.dropReason}>
      {(reason) => (
        <>
          <Trouble words={trouble()} />
          <InsetText>
            <p class="govuk-body">{`This round was dropped: ${reason()}`}</p>
            <p class="govuk-body">Nothing was sent. Its decisions and runs are kept.</p>
            <Button kind="secondary" small onPress={() => void takeUp()}>
              Take it up again
            </Button>
          </InsetText>
        </>
      )}
    </Show>
  );
}
