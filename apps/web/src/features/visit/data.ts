import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/solid-query";
import { api, submitting } from "../../lib/api.ts";

export type VisitPage = Awaited<ReturnType<typeof api.visit.get.query>>;
export type VisitNote = NonNullable<VisitPage["note"]>;
export type VisitList = Awaited<ReturnType<typeof api.visit.list.query>>;
export type VisitPlan = Awaited<ReturnType<typeof api.visit.toPlan.query>>;
export type NoteToSend = Parameters<typeof api.visit.record.mutate>[0]["note"];

export const useVisit = (given: () => { readonly area: string; readonly id: string }) =>
  useQuery(() => ({
    queryKey: ["visit", "one", given()],
    queryFn: () => api.visit.get.query(given()),
  }));

export const useVisits = (given: () => Parameters<typeof api.visit.list.query>[0]) =>
  useQuery(() => ({
    queryKey: ["visit", "list", given()],
    queryFn: () => api.visit.list.query(given()),
    placeholderData: keepPreviousData,
  }));

export const useVisitPlan = (
  given: () => { readonly area: string; readonly deploymentId: string },
) =>
  useQuery(() => ({
    queryKey: ["visit", "plan", given()],
    queryFn: () => api.visit.toPlan.query(given()),
  }));

export const useFeed = () =>
  useQuery(() => ({ queryKey: ["visit", "feed"], queryFn: () => api.visit.feed.query() }));

const moved = ["visit", "deployment", "capacity", "home", "impact"];

/** Does something to a visit, then has everything that it moved asked for anew: also after a refusal. */
export const useVisitAct = () => {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>) => {
    const outcome = await submitting(work);
    await Promise.all(moved.map((key) => client.invalidateQueries({ queryKey: [key] })));
    return outcome;
  };
};

/** Has everything that a visit moves asked for anew. */
export const useVisitRefresh = () => {
  const client = useQueryClient();
  return () => Promise.all(moved.map((key) => client.invalidateQueries({ queryKey: [key] })));
};
