import { Button, ButtonRow } from "../button/button.tsx";
import { counted } from "../counted.ts";
import { Dialog } from "./dialog.tsx";

type SessionWarningProps = {
  open: boolean;
  /** Whole minutes until one is signed out. */
  minutes: number;
  onStay: () => void;
  onSignOut: () => void;
};

/** Asks in time, so that nobody loses what they were writing. */
export function SessionWarning(props: SessionWarningProps) {
  return (
    <Dialog open={props.open} title="You will soon be signed out" onClose={props.onStay}>
      <p class="govuk-body">
        {`For your security, you will be signed out in ${counted(props.minutes, "minute")}.`}
      </p>
      <ButtonRow>
        <Button onPress={props.onStay}>Stay signed in</Button>
        <Button kind="secondary" onPress={props.onSignOut}>
          Sign out
        </Button>
      </ButtonRow>
    </Dialog>
  );
}
