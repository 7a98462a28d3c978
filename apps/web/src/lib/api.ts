import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@alongside/api";
import type { Refusal } from "@alongside/domain/refusal";
import type { SubmitOutcome } from "../ui/index.ts";
import { sentenceFor } from "./refusal-words.ts";

const batchLimit = 10;

/** The server's procedures; calls of the same moment travel together. */
export const api = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: "/trpc", maxItems: batchLimit })],
});

/** The refusal that an error carries; undefined for a fault or when the server cannot be reached. */
export const refusalOf = (error: unknown): Refusal | undefined =>
  error instanceof TRPCClientError
    ? (error as TRPCClientError<AppRouter>).data?.refusal
    : undefined;

const requestIdOf = (error: unknown): string | undefined =>
  error instanceof TRPCClientError
    ? (error as TRPCClientError<AppRouter>).data?.requestId
    : undefined;

/** What to tell a person when the server refused, failed or could not be reached. */
export const sentenceOf = (error: unknown): string => {
  const refusal = refusalOf(error);
  if (refusal !== undefined) return sentenceFor(refusal);
  const id = requestIdOf(error);
  return id === undefined
    ? "The server could not be reached. Nothing was lost: check your connection and try again."
    : `Something went wrong on our side and nothing was changed. Try again; if it goes on, quote ${id}.`;
};

/** Sends a form: field errors go to their fields, every other refusal becomes a sentence. */
export const submitting = async (work: () => Promise<unknown>): Promise<SubmitOutcome> => {
  try {
    await work();
    return { done: true };
  } catch (error) {
    const refusal = refusalOf(error);
    return refusal?.kind === "invalid-input"
      ? { done: false, fields: refusal.fields }
      : { done: false, message: sentenceOf(error) };
  }
};
