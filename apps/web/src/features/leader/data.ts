import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { api, submitting } from "../../lib/api.ts";

export type LeaderPage = Awaited<ReturnType<typeof api.leader.get.query>>;
export type Designation = LeaderPage["designations"][number];
export type Reviews = Awaited<ReturnType<typeof api.leader.reviews.query>>;

export type NewLeader = Awaited<ReturnType<typeof api.leader.toAdd.query>>[number];

const root = "leader";

type OfLeader = { readonly area: string; readonly personId: string };

export const useLeader = (given: () => OfLeader) =>
  useQuery(() => ({
    queryKey: [root, "one", given()],
    queryFn: () => api.leader.get.query(given()),
  }));

export const useReviews = (area: () => string) =>
  useQuery(() => ({
    queryKey: [root, "reviews", area()],
    queryFn: () => api.leader.reviews.query({ area: area() }),
  }));

/** People who may be put on record as leaders. */
export const useLeadersToAdd = (area: () => string) =>
  useQuery(() => ({
    queryKey: [root, "to-add", area()],
    queryFn: () => api.leader.toAdd.query({ area: area() }),
  }));

/** Does something to a leader's record, then has what shows leaders asked for anew. */
export const useLeaderAct = () => {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>) => {
    const outcome = await submitting(work);
    await client.invalidateQueries({ queryKey: [root] });
    await client.invalidateQueries({ queryKey: ["capacity"] });
    return outcome;
  };
};
