import { useQuery } from "@tanstack/solid-query";
import { api, submitting } from "../../lib/api.ts";
import type { SubmitOutcome } from "../../ui/index.ts";

export type LinkPage = Awaited<ReturnType<typeof api.answerLink.look.query>>;
export type OfferLink = Extract<LinkPage, { about: "offer" }>;
export type DaysLink = Extract<LinkPage, { about: "days" }>;
export type LinkAnswer = Parameters<typeof api.answerLink.answer.mutate>[0]["answer"];

/** What a link is about, looked at once: a link that has answered would tell no more. */
export const useLink = (token: () => string) =>
  useQuery(() => ({
    queryKey: ["answer-link", token()],
    queryFn: () => api.answerLink.look.query({ token: token() }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    gcTime: 0,
  }));

export type Answering = (answer: LinkAnswer) => Promise<SubmitOutcome>;

/** Answers by the link; the same answer sent again, because its reply was lost, counts once. */
export const answering = (
  given: { readonly token: string; readonly version: number; readonly key: string },
  done: (answer: LinkAnswer) => void,
): Answering => {
  return async (answer) => {
    const outcome = await submitting(() => api.answerLink.answer.mutate({ ...given, answer }));
    if (outcome.done) done(answer);
    return outcome;
  };
};
