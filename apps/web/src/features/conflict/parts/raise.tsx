import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Button, ButtonRow, InsetText, LinkButton } from "../../../ui/index.ts";
import { useConflictAct } from "../data.ts";

/** Brings a conflict that was found between a leader and a school before those who decide. */
export function RaiseConflict(props: { area: string; leader: string; urn: number }) {
  const navigate = useNavigate();
  const act = useConflictAct();
  const [trouble, setTrouble] = createSignal(false);
  const [pending, setPending] = createSignal(false);
  const raise = async () => {
    setPending(true);
    const made: { id?: string | undefined } = {};
    const { area, leader, urn } = props;
    const outcome = await act(async () => {
      const { conflicts } = await api.conflict.raise.mutate({ area, leader, urn });
      [made.id] = conflicts;
    });
    setPending(false);
    setTrouble(!outcome.done);
    if (made.id !== undefined) navigate(inArea(area, `/conflicts/${made.id}`));
  };
  return (
    <>
      <Show when={trouble()}>
        <div role="alert">
          <InsetText>It is on record already and waits for a decision: see the register.</InsetText>
        </div>
      </Show>
      <ButtonRow>
        <Button kind="secondary" pending={pending()} onPress={() => void raise()}>
          Ask for a decision
        </Button>
        <LinkButton kind="secondary" href={inArea(props.area, "/conflicts")}>
          See the register
        </LinkButton>
      </ButtonRow>
    </>
  );
}
