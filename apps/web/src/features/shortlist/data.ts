import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/solid-query";
import { api, submitting } from "../../lib/api.ts";

export type Question = Parameters<typeof api.shortlist.get.query>[0];
export type Shortlist = Awaited<ReturnType<typeof api.shortlist.get.query>>;
export type Candidate = Shortlist["ranked"][number];
export type Fold = Shortlist["excluded"][number];
export type BriefCandidate = Fold["candidates"][number];
export type ShortlistMap = Awaited<ReturnType<typeof api.shortlist.map.query>>;
export type Comparison = Awaited<ReturnType<typeof api.shortlist.compare.query>>;
export type SentList = Awaited<ReturnType<typeof api.shortlist.sent.query>>[number];
export type ListToRank = Awaited<ReturnType<typeof api.shortlist.open.mutate>>;

type Named = { readonly area: string; readonly needId: string };

export const useShortlist = (question: () => Question) =>
  useQuery(() => ({
    queryKey: ["shortlist", "list", question()],
    queryFn: () => api.shortlist.get.query(question()),
    placeholderData: keepPreviousData,
  }));

export const useShortlistMap = (question: () => Question) =>
  useQuery(() => ({
    queryKey: ["shortlist", "map", question()],
    queryFn: () => api.shortlist.map.query(question()),
    placeholderData: keepPreviousData,
  }));

type Compared = Parameters<typeof api.shortlist.compare.query>[0];

/** Some leaders in full, in the order in which they are named. */
export const useComparison = (given: () => Compared) =>
  useQuery(() => ({
    queryKey: ["shortlist", "compare", given()],
    queryFn: () => api.shortlist.compare.query(given()),
  }));

export const useSentLists = (given: () => Named) =>
  useQuery(() => ({
    queryKey: ["shortlist", "sent", given()],
    queryFn: () => api.shortlist.sent.query(given()),
  }));

/** The list that a head is asked to rank: that it was looked at is recorded. */
export const useListToRank = (given: () => Named) =>
  useQuery(() => ({
    queryKey: ["shortlist", "open", given()],
    queryFn: () => api.shortlist.open.mutate(given()),
    refetchOnWindowFocus: false,
  }));

/** Does something about a shortlist, then has it and its need asked for anew. */
export const useShortlistAct = () => {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>) => {
    const outcome = await submitting(work);
    await client.invalidateQueries({ queryKey: ["shortlist"] });
    await client.invalidateQueries({ queryKey: ["need"] });
    return outcome;
  };
};
