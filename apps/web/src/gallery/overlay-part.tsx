import { createSignal } from "solid-js";
import { Button, ButtonRow, Dialog, SessionWarning, WarningButton } from "../ui/index.ts";

export function OverlayPart() {
  const [asking, setAsking] = createSignal(false);
  const [leaving, setLeaving] = createSignal(false);
  return (
    <>
      <ButtonRow>
        <Button onPress={() => setAsking(true)}>Withdraw</Button>
        <Button kind="secondary" onPress={() => setLeaving(true)}>
          Session warning
        </Button>
      </ButtonRow>
      <Dialog open={asking()} title="Withdraw this need?" onClose={() => setAsking(false)}>
        <p class="govuk-body">The two leaders who have an offer will be told today.</p>
        <ButtonRow>
          <WarningButton onPress={() => setAsking(false)}>Withdraw the need</WarningButton>
          <Button kind="secondary" onPress={() => setAsking(false)}>
            Keep it
          </Button>
        </ButtonRow>
      </Dialog>
      <SessionWarning
        open={leaving()}
        minutes={1}
        onStay={() => setLeaving(false)}
        onSignOut={() => setLeaving(false)}
      />
    </>
  );
}
