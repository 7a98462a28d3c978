import { useLocation } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createEffect, createSignal, lazy, on, onCleanup, Show } from "solid-js";
import { api } from "../lib/api.ts";
import { doubts } from "../lib/doubt.ts";
import { lastUsedAt } from "../lib/last-use.ts";
import { Button, ButtonRow, Dialog, SessionWarning } from "../ui/index.ts";
import { areaIn } from "./area.ts";
import { useSession, useSignOut, type SessionNow } from "./session.ts";

const Away = lazy(() => import("./away.tsx").then((part) => ({ default: part.Away })));

const minute = 60_000;
const warnBefore = 5 * minute;
const afterFirstPage = 3_000;
/** The server notes use so often, and may have begun to count that much earlier than the browser knows. */
const noted = 60;

const minutesIn = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / minute));

const createNow = () => {
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), 1_000);
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
        {`In ${props.minutes === 1 ? "1 minute" : `${props.minutes} minutes`} you have to sign in again. What you are writing stays on this page until then and after.`}
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

/** Covers the page at once, and ends the sign-in on the server too: a minute of it may be left there. */
const useLeave = () => {
  const client = useQueryClient();
  return () => {
    client.setQueryData<SessionNow>(["session"], (last) => last && { ...last, isAway: true });
    api.session.signOut.mutate().catch(() => undefined);
  };
};

/** Says so when somebody's part in the area of this page ends while they are on it; what they typed stays to be copied. */
function PartEnded() {
  const session = useSession();
  const location = useLocation();
  const [ended, setEnded] = createSignal<string>();
  createEffect(
    on(
      () => session.data?.areas,
      (now, before) => {
        const slug = areaIn(location.pathname);
        const isIn = (areas: SessionNow["areas"] | undefined) =>
          areas?.find((area) => area.slug === slug);
        setEnded(isIn(now) === undefined ? isIn(before)?.name : undefined);
      },
    ),
  );
  const close = () => setEnded(undefined);
  return (
    <Dialog
      open={ended() !== undefined}
      title={`You have no part in ${ended()} any more`}
      onClose={close}
    >
      <p class="govuk-body">
        A partnership administrator has ended it. Nothing more can be sent from this page. What you
        typed is still there, to be copied.
      </p>
      <ButtonRow>
        <Button onPress={() => window.location.assign("/")}>Go to your home page</Button>
        <Button kind="secondary" onPress={close}>
          Stay and copy
        </Button>
      </ButtonRow>
    </Dialog>
  );
}

/** Warns before a sign-in ends, offers to stay, and covers the page when it has ended, here or elsewhere. */
export function SessionClock() {
  const session = useSession();
  const signOut = useSignOut();
  const leave = useLeave();
  const now = createNow();
  const isAway = () => session.data?.isAway === true;
  const idleFor = () => session.data?.idleFor ?? 0;
  const left = () => session.dataUpdatedAt + (session.data?.left ?? 0) - now();
  const idleLeft = () => lastUsedAt() + idleFor() - idleFor() / noted - now();
  const warns = () => !isAway() && idleLeft() <= Math.min(warnBefore, idleFor() / 2);
  createEffect(() => {
    if (!isAway() && Math.min(left(), idleLeft()) <= 0) leave();
  });
  createEffect(on(doubts, () => void session.refetch(), { defer: true }));
  // The cover must be here before it is needed: the network may be gone by then.
  const timer = setTimeout(() => void Away.preload(), afterFirstPage);
  onCleanup(() => clearTimeout(timer));
  return (
    <>
      <SessionWarning
        open={warns()}
        minutes={minutesIn(idleLeft())}
        onStay={() => void session.refetch()}
        onSignOut={() => void signOut()}
      />
      <Show when={!isAway() && left() <= warnBefore}>
        <EndSoon minutes={minutesIn(left())} />
      </Show>
      <PartEnded />
      <Show when={isAway()}>
        <Away />
      </Show>
    </>
  );
}
