import { Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import {
  announce,
  Button,
  createForm,
  Details,
  Form,
  InsetText,
  TextField,
} from "../../../ui/index.ts";
import { useRoundAct } from "../data.ts";
import { createTrouble, Trouble } from "./frame.tsx";
import type { OfRound } from "./of-round.tsx";

function DropForm(props: OfRound) {
  const act = useRoundAct();
  const form = createForm({
    initial: { reason: "" },
    check: ({ reason }) => ({ reason: reason.trim() === "" ? "Enter a reason" : undefined }),
    submit: async ({ reason }) => {
      const { id, version } = props.round;
      const outcome = await act(() =>
        api.round.drop.mutate({ area: props.area, id, version, reason }),
      );
      if (outcome.done) announce("The round is dropped");
      return outcome;
    },
  });
  return (
    <Form form={form} submitLabel="Drop the round">
      <TextField
        label="Why is it not wanted?"
        hint="It leaves the list of rounds. Its runs are kept, and you can take it up again"
        {...form.field("reason")}
      />
    </Form>
  );
}

/** Gives a round up before anything was sent. */
export function Drop(props: OfRound) {
  return (
    <Show when={props.round.state === "draft" || props.round.state === "solved"}>
      <Details summary="Drop this round">
        <DropForm {...props} />
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
