import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import {
  Button,
  ButtonRow,
  Dialog,
  LinkButton,
  PlainButton,
  WarningButton,
} from "../../../ui/index.ts";
import { needsAddress, stepAddress } from "../addresses.ts";
import { useNeedAct, type NeedPage } from "../data.ts";

/** Going on with a draft, or throwing it away for good. */
export function DraftActs(props: { area: string; need: NeedPage }) {
  const navigate = useNavigate();
  const act = useNeedAct();
  const [isAsking, setAsking] = createSignal(false);
  const [trouble, setTrouble] = createSignal<string>();
  const discard = async () => {
    const { area, need } = props;
    const outcome = await act(async () => {
      await api.need.discard.mutate({ area, id: need.id, version: need.version });
      navigate(needsAddress(area));
    });
    if (!outcome.done) setTrouble(outcome.message);
  };
  return (
    <>
      <ButtonRow>
        <LinkButton href={stepAddress(props.area, props.need.id, "check")}>
          Go on with the draft
        </LinkButton>
        <PlainButton onPress={() => setAsking(true)}>Throw the draft away</PlainButton>
      </ButtonRow>
      <Dialog open={isAsking()} title="Throw this draft away?" onClose={() => setAsking(false)}>
        <p class="govuk-body">Its answers are gone for good.</p>
        <Show when={trouble()}>
          <p class="govuk-error-message" role="alert">
            {trouble()}
          </p>
        </Show>
        <ButtonRow>
          <WarningButton onPress={() => void discard()}>Throw it away</WarningButton>
          <Button kind="secondary" onPress={() => setAsking(false)}>
            Keep it
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  );
}
