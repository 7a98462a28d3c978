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

export type SavedView = Awaited<ReturnType<typeof api.queue.views.query>>[number];
export type Reminder = Awaited<ReturnType<typeof api.queue.checkReminders.query>>[number];

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

export const useSavedViews = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["need", "views", area()],
    queryFn: () => api.queue.views.query({ area: area() }),
  }));

/** What a reminder of each of these needs would do. Not kept: it is looked at once, just before. */
export const useReminders = (given: () => { readonly area: string; readonly ids: string[] }) =>
  useQuery(() => ({
    queryKey: ["reminders", given()],
    queryFn: () => api.queue.checkReminders.query(given()),
    gcTime: 0,
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
