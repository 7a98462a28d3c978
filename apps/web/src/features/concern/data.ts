import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { api, submitting } from "../../lib/api.ts";

export type ConcernList = Awaited<ReturnType<typeof api.concern.list.query>>;
export type ConcernLine = ConcernList["concerns"][number];
export type ConcernPage = Awaited<ReturnType<typeof api.concern.get.query>>;
export type ConcernWords = Awaited<ReturnType<typeof api.concern.read.mutate>>;

export const useConcerns = (given: () => { readonly area: string; readonly states: string[] }) =>
  useQuery(() => ({
    queryKey: ["concern", "list", given()],
    queryFn: () => api.concern.list.query(given()),
  }));

export const useConcern = (given: () => { readonly area: string; readonly id: string }) =>
  useQuery(() => ({
    queryKey: ["concern", "one", given()],
    queryFn: () => api.concern.get.query(given()),
  }));

/** Does something about a concern, then has everything that hangs on it asked for anew: also after a refusal. */
export const useConcernAct = () => {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>) => {
    const outcome = await submitting(work);
    const moved = ["concern", "home"];
    await Promise.all(moved.map((key) => client.invalidateQueries({ queryKey: [key] })));
    return outcome;
  };
};
