import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@alongside/api";
import type { Refusal } from "@alongside/domain/refusal";
import type { SubmitOutcome } from "../ui/index.ts";
import { noteStatus } from "./doubt.ts";
import { noteUse } from "./last-use.ts";
import { refusalOf } from "./refusal-of.ts";
import { sendOnce } from "./send-once.ts";
import { withProof } from "./step-up.ts";

export { refusalOf } from "./refusal-of.ts";

const batchLimit = 10;
const send = sendOnce((address, request) => fetch(address, request));

/** The server's procedures; calls of the same moment travel together. */
export const api = createTRPCClient<AppRouter>({
  links: [
    httpBatchLink({
      url: "/trpc",
      maxItems: batchLimit,
      fetch: async (address, request) => {
        const reply = await send(String(address), request as RequestInit);
        noteUse();
        noteStatus(reply.status);
        return reply;
      },
    }),
  ],
});

const requestIdOf = (error: unknown): string | undefined =>
  error instanceof TRPCClientError
    ? (error as TRPCClientError<AppRouter>).data?.requestId
    : undefined;

const isOutage = (error: unknown): boolean =>
  error instanceof TRPCClientError && error.message === "SERVICE_UNAVAILABLE";

/** What to tell a person when the server failed or could not be reached. */
export const faultSentence = (error: unknown): string => {
  if (isOutage(error))
    return "Nothing can be saved at the moment, and nothing was changed. Try again in a few minutes.";
  const id = requestIdOf(error);
  return id === undefined
    ? "The server could not be reached. Nothing was lost: check your connection and try again."
    : `Something went wrong on our side and nothing was changed. Try again; if it goes on, quote ${id}.`;
};

/** The sentence of a refusal. The words come when they are first needed: most visits meet none. */
const wordsFor = async (refusal: Refusal): Promise<string> =>
  (await import("./refusal-words.ts")).sentenceFor(refusal);

/** Sends a form: asks for the second factor where the server wants it again; field errors go to their fields, every other refusal becomes a sentence. */
export const submitting = async (work: () => Promise<unknown>): Promise<SubmitOutcome> => {
  try {
    await withProof(work);
    return { done: true };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) return { done: false, message: faultSentence(error) };
    return refusal.kind === "invalid-input"
      ? { done: false, fields: refusal.fields }
      : { done: false, message: await wordsFor(refusal) };
  }
};
