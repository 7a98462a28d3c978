import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/solid-query";
import { api, submitting } from "../../lib/api.ts";

export type NeedPage = Awaited<ReturnType<typeof api.need.get.query>>;
export type NeedChoices = Awaited<ReturnType<typeof api.need.choices.query>>;
export type OwnNeed = Awaited<ReturnType<typeof api.need.own.query>>[number];
export type QueueQuestion = Parameters<typeof api.need.list.query>[0];
export type Queue = Awaited<ReturnType<typeof api.need.list.query>>;
export type QueueLine = Queue["needs"][number];
export type PrivateWords = Awaited<ReturnType<typeof api.need.readPrivateWords.mutate>>;
export type AskChanges = Parameters<typeof api.need.save.mutate>[0]["changes"];
export type Moment = NeedPage["timeline"][number];

type Named = { readonly area: string; readonly id: string };

export const useNeedChoices = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["need", "choices", area()],
    queryFn: () => api.need.choices.query({ area: area() }),
    staleTime: 60_000,
  }));

export const useNeed = (given: () => Named) =>
  useQuery(() => ({
    queryKey: ["need", "one", given()],
    queryFn: () => api.need.get.query(given()),
  }));

export const useOwnNeeds = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["need", "own", area()],
    queryFn: () => api.need.own.query({ area: area() }),
  }));

export const useQueue = (question: () => QueueQuestion) =>
  useQuery(() => ({
    queryKey: ["need", "list", question()],
    queryFn: () => api.need.list.query(question()),
    placeholderData: keepPreviousData,
  }));

export const useNeedStart = (given: () => { readonly area: string; readonly urn: number }) =>
  useQuery(() => ({
    queryKey: ["need", "start", given()],
    queryFn: () => api.need.start.query(given()),
  }));

/**
 * Does something to needs, then has every shown need asked for anew: also after a refusal, for then somebody else may have changed it.
 */
export const useNeedAct = () => {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>) => {
    const outcome = await submitting(work);
    await client.invalidateQueries({ queryKey: ["need"] });
    return outcome;
  };
};
