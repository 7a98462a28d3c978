import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/solid-query";
import { api, submitting } from "../../lib/api.ts";

export type CapacityChoices = Awaited<ReturnType<typeof api.capacity.choices.query>>;
export type CodeChoice = CapacityChoices["lists"][string][number];
export type SupplyQuestion = Parameters<typeof api.capacity.list.query>[0];
export type Supply = Awaited<ReturnType<typeof api.capacity.list.query>>;
export type SupplyLine = Supply["leaders"][number];
export type Editor = Awaited<ReturnType<typeof api.capacity.editor.query>>;
export type Offering = Parameters<typeof api.capacity.publish.mutate>[0]["offering"];
export type Statement = Awaited<ReturnType<typeof api.capacity.statement.query>>;
export type TermOfDays = Statement["terms"][number];
export type Movement = Statement["movements"][number];
export type HomeStatement = Awaited<ReturnType<typeof api.capacity.homeStatement.query>>;
export type SupplyMap = Awaited<ReturnType<typeof api.capacity.map.query>>;

const root = "capacity";

export const useCapacityChoices = (area: () => string) =>
  useQuery(() => ({
    queryKey: [root, "choices", area()],
    queryFn: () => api.capacity.choices.query({ area: area() }),
    staleTime: 60_000,
  }));

export const useSupply = (question: () => SupplyQuestion) =>
  useQuery(() => ({
    queryKey: [root, "list", question()],
    queryFn: () => api.capacity.list.query(question()),
    placeholderData: keepPreviousData,
  }));

type OfLeader = { readonly area: string; readonly personId: string };

/** Asked for anew each time: a form starts from what is there now. */
export const useEditor = (given: () => OfLeader & { readonly termId: string }) =>
  useQuery(() => ({
    queryKey: [root, "editor", given()],
    queryFn: () => api.capacity.editor.query(given()),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  }));

export const useStatement = (given: () => OfLeader) =>
  useQuery(() => ({
    queryKey: [root, "statement", given()],
    queryFn: () => api.capacity.statement.query(given()),
  }));

export const useHomeStatement = (given: () => { readonly area: string; readonly urn: number }) =>
  useQuery(() => ({
    queryKey: [root, "home-statement", given()],
    queryFn: () => api.capacity.homeStatement.query(given()),
  }));

export const useSupplyMap = (given: () => { readonly area: string; readonly termId?: string }) =>
  useQuery(() => ({
    queryKey: [root, "map", given()],
    queryFn: () => api.capacity.map.query(given()),
    placeholderData: keepPreviousData,
  }));

/** Does something to days, then has everything that shows days or leaders asked for anew. */
export const useCapacityAct = () => {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>) => {
    const outcome = await submitting(work);
    await client.invalidateQueries({ queryKey: [root] });
    await client.invalidateQueries({ queryKey: ["leader"] });
    return outcome;
  };
};
