import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/solid-query";
import { api, submitting } from "../../lib/api.ts";

export type Rounds = Awaited<ReturnType<typeof api.round.list.query>>;
export type RoundPage = Awaited<ReturnType<typeof api.round.get.query>>;
export type RoundScope = Awaited<ReturnType<typeof api.round.scope.query>>;
export type Plan = Awaited<ReturnType<typeof api.round.plan.query>>;
export type Placement = Plan["placements"][number];
export type PlanSum = Plan["sum"];
export type Comparison = Awaited<ReturnType<typeof api.round.compare.query>>;
export type NeedInRun = Awaited<ReturnType<typeof api.round.need.query>>;
export type Tried = Awaited<ReturnType<typeof api.round.tryByHand.query>>;
export type Repair = Awaited<ReturnType<typeof api.round.repair.query>>;
export type Method = Awaited<ReturnType<typeof api.round.method.query>>;
export type Proposals = Awaited<ReturnType<typeof api.round.proposals.query>>;
export type Proposal = Awaited<ReturnType<typeof api.round.proposal.query>>;
export type Change = Parameters<typeof api.round.adjust.mutate>[0]["change"];

type Named = { readonly area: string; readonly id: string };
type OfRun = Named & { readonly run?: number | undefined };

export const useRounds = (given: () => Parameters<typeof api.round.list.query>[0]) =>
  useQuery(() => ({
    queryKey: ["round", "list", given()],
    queryFn: () => api.round.list.query(given()),
    placeholderData: keepPreviousData,
  }));

export const useRoundChoices = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["round", "choices", area()],
    queryFn: () => api.round.choices.query({ area: area() }),
  }));

export const useRound = (given: () => Named) =>
  useQuery(() => ({
    queryKey: ["round", "one", given()],
    queryFn: () => api.round.get.query(given()),
  }));

export const useRoundScope = (given: () => Named) =>
  useQuery(() => ({
    queryKey: ["round", "scope", given()],
    queryFn: () => api.round.scope.query(given()),
  }));

export const usePlan = (given: () => OfRun) =>
  useQuery(() => ({
    queryKey: ["round", "plan", given()],
    queryFn: () => api.round.plan.query(given()),
    placeholderData: keepPreviousData,
  }));

export const useMethod = (given: () => OfRun) =>
  useQuery(() => ({
    queryKey: ["round", "method", given()],
    queryFn: () => api.round.method.query(given()),
  }));

export const useComparison = (
  given: () => Named & { readonly one: number; readonly other: number },
) =>
  useQuery(() => ({
    queryKey: ["round", "compare", given()],
    queryFn: () => api.round.compare.query(given()),
    placeholderData: keepPreviousData,
  }));

export const useNeedInRun = (given: () => OfRun & { readonly need: string }) =>
  useQuery(() => ({
    queryKey: ["round", "need", given()],
    queryFn: () => api.round.need.query(given()),
  }));

export const useTried = (
  given: () => (OfRun & { readonly need: string; readonly leader: string }) | undefined,
) =>
  useQuery(() => ({
    queryKey: ["round", "tried", given()],
    queryFn: async () => {
      const question = given();
      return question === undefined ? null : await api.round.tryByHand.query(question);
    },
    enabled: given() !== undefined,
  }));

export const useRepair = (given: () => Named) =>
  useQuery(() => ({
    queryKey: ["round", "repair", given()],
    queryFn: () => api.round.repair.query(given()),
  }));

export const useProposals = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["round", "proposals", area()],
    queryFn: () => api.round.proposals.query({ area: area() }),
  }));

export const useProposal = (given: () => Named) =>
  useQuery(() => ({
    queryKey: ["round", "proposal", given()],
    queryFn: () => api.round.proposal.query(given()),
  }));

const moved = ["round", "offer", "need", "shortlist", "capacity"];

/** Does something to rounds, then has everything that it moved asked for anew: also after a refusal. */
export const useRoundAct = () => {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>) => {
    const outcome = await submitting(work);
    await Promise.all(moved.map((key) => client.invalidateQueries({ queryKey: [key] })));
    // The next page must not begin with what was so before: it would send a version that is old.
    client.removeQueries({ queryKey: ["round"], type: "inactive" });
    return outcome;
  };
};
