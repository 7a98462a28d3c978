import { createSignal, onCleanup, onMount, type Accessor } from "solid-js";
import type { SubmitOutcome } from "../../ui/index.ts";
import { api, refusalOf, submitting } from "../../lib/api.ts";
import type { NoteToSend, VisitPage } from "./data.ts";

/** Where a record is: being typed, kept on this device with nothing sent, on its way, or with the server. */
export type NoteStatus = "typing" | "kept" | "waiting" | "sending" | "sent";

const again = 10_000;

export type ToSend = { readonly key: string; readonly version: number; readonly note: NoteToSend };

/** Whether nothing came back at all: no signal, not an answer that says no. */
const hasNoAnswer = (error: unknown): boolean =>
  refusalOf(error) === undefined &&
  (!navigator.onLine ||
    (error instanceof Error && /fetch|network|load failed/i.test(error.message)));

export type Sending = {
  readonly status: Accessor<NoteStatus>;
  readonly setStatus: (status: NoteStatus) => void;
  /** Sends now; where there is no signal it waits, and goes by itself once there is one. */
  readonly send: (what: ToSend) => Promise<SubmitOutcome>;
};

/** Sends the record of a visit, once: now, or when the signal is back. A record that was sent and whose answer was lost is not written twice. */
export const createSending = (
  given: () => { readonly area: string; readonly visit: VisitPage },
  on: { readonly waiting: () => void; readonly sent: () => void },
): Sending => {
  const [status, setStatus] = createSignal<NoteStatus>("typing");
  let waiting: ToSend | undefined;
  const call = ({ key, version, note }: ToSend): Promise<unknown> => {
    const { area, visit } = given();
    const input = { area, id: visit.id, version, note, key };
    return visit.may.amend ? api.visit.amend.mutate(input) : api.visit.record.mutate(input);
  };
  const send = async (what: ToSend): Promise<SubmitOutcome> => {
    setStatus("sending");
    let isUnreachable = false;
    const outcome = await submitting(async () => {
      try {
        await call(what);
      } catch (error) {
        isUnreachable = hasNoAnswer(error);
        if (!isUnreachable) throw error;
      }
    });
    waiting = isUnreachable ? what : undefined;
    if (isUnreachable) {
      setStatus("waiting");
      on.waiting();
    } else if (outcome.done) {
      setStatus("sent");
      on.sent();
    } else setStatus("kept");
    return outcome;
  };
  const retry = () => {
    if (waiting !== undefined && status() === "waiting") void send(waiting);
  };
  onMount(() => {
    const timer = setInterval(retry, again);
    window.addEventListener("online", retry);
    onCleanup(() => {
      clearInterval(timer);
      window.removeEventListener("online", retry);
    });
  });
  return { status, setStatus, send };
};
