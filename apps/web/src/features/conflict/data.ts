import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/solid-query";
import { api, submitting } from "../../lib/api.ts";

export type ConflictList = Awaited<ReturnType<typeof api.conflict.list.query>>;
export type ConflictLine = ConflictList["conflicts"][number];
export type Tie = Awaited<ReturnType<typeof api.conflict.interest.query>>;
export type ConflictPage = Awaited<ReturnType<typeof api.conflict.get.query>>;
export type ConflictChoices = Awaited<ReturnType<typeof api.conflict.choices.query>>;

export const useConflicts = (given: () => Parameters<typeof api.conflict.list.query>[0]) =>
  useQuery(() => ({
    queryKey: ["conflict", "list", given()],
    queryFn: () => api.conflict.list.query(given()),
    placeholderData: keepPreviousData,
  }));

export const useConflict = (given: () => { readonly area: string; readonly id: string }) =>
  useQuery(() => ({
    queryKey: ["conflict", "one", given()],
    queryFn: () => api.conflict.get.query(given()),
  }));

export const useTie = (given: () => { readonly area: string; readonly interestId: string }) =>
  useQuery(() => ({
    queryKey: ["conflict", "tie", given()],
    queryFn: () => api.conflict.interest.query(given()),
  }));

export const useConflictChoices = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["conflict", "choices", area()],
    queryFn: () => api.conflict.choices.query({ area: area() }),
  }));

const moved = ["conflict", "deployment", "shortlist", "offer", "home"];

/** Does something about conflicts, then has everything that hangs on them asked for anew: also after a refusal. */
export const useConflictAct = () => {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>) => {
    const outcome = await submitting(work);
    await Promise.all(moved.map((key) => client.invalidateQueries({ queryKey: [key] })));
    return outcome;
  };
};
