import { createEffect, createSignal, onCleanup, Show } from "solid-js";
import { useSession, useSignOut } from "../../../app/session.ts";
import { lastUsedAt } from "../../../lib/last-use.ts";
import { Button, ButtonRow, Dialog, SessionWarning } from "../../../ui/index.ts";

const minute = 60_000;
/** The server notes use once a minute, so its hour may have begun a minute earlier than the browser knows. */
const idleFor = 59 * minute;
const warnBefore = 5 * minute;
const look = 5_000;

const minutesIn = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / minute));

const signInAgain = () => {
  const from = encodeURIComponent(window.location.pathname + window.location.search);
  window.location.assign(`/sign-in?note=ended&from=${from}`);
};

const createNow = () => {
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), look);
  onCleanup(() => clearInterval(timer));
  return now;
};

function EndSoon(props: { minutes: number }) {
  const [isRead, setIsRead] = createSignal(false);
  const signOut = useSignOut();
  return (
    <Dialog
      open={!isRead()}
      title="Your sign-in ends after 12 hours"
      onClose={() => setIsRead(true)}
    >
      <p class="govuk-body">
        {`In ${props.minutes === 1 ? "1 minute" : `${props.minutes} minutes`} you have to sign in again. Save what you are writing; you come back to this page.`}
      </p>
      <ButtonRow>
        <Button onPress={() => setIsRead(true)}>Go on</Button>
        <Button kind="secondary" onPress={() => void signOut()}>
          Sign out now
        </Button>
      </ButtonRow>
    </Dialog>
  );
}

/** Warns before a sign-in ends, offers to stay, and leads to the sign-in page and back when it has ended. */
export function SessionClock() {
  const session = useSession();
  const signOut = useSignOut();
  const now = createNow();
  const left = () => session.dataUpdatedAt + (session.data?.left ?? 0) - now();
  const idleLeft = () => lastUsedAt() + idleFor - now();
  createEffect(() => {
    if (Math.min(left(), idleLeft()) <= 0) signInAgain();
  });
  return (
    <>
      <SessionWarning
        open={idleLeft() <= warnBefore}
        minutes={minutesIn(idleLeft())}
        onStay={() => void session.refetch()}
        onSignOut={() => void signOut()}
      />
      <Show when={left() <= warnBefore}>
        <EndSoon minutes={minutesIn(left())} />
      </Show>
    </>
  );
}
