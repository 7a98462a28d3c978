import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/solid-query";
import { api, submitting } from "../../lib/api.ts";

export type OfferPage = Awaited<ReturnType<typeof api.offer.get.query>>;
export type OfferList = Awaited<ReturnType<typeof api.offer.list.query>>;
export type OfferLine = OfferList["offers"][number];

export const useOffer = (given: () => { readonly area: string; readonly id: string }) =>
  useQuery(() => ({
    queryKey: ["offer", "one", given()],
    queryFn: () => api.offer.get.query(given()),
  }));

export const useOffers = (given: () => Parameters<typeof api.offer.list.query>[0]) =>
  useQuery(() => ({
    queryKey: ["offer", "list", given()],
    queryFn: () => api.offer.list.query(given()),
    placeholderData: keepPreviousData,
  }));

export type NextLeader = Awaited<ReturnType<typeof api.offer.next.query>>;

/** Whom to ask next for a need; asked only where somebody may do so. */
export const useNextLeader = (
  given: () => { readonly area: string; readonly needId: string } | undefined,
) =>
  useQuery(() => ({
    queryKey: ["offer", "next", given()],
    queryFn: () => api.offer.next.query(given() ?? { area: "", needId: "" }),
    enabled: given() !== undefined,
  }));

const moved = ["offer", "need", "shortlist", "capacity"];

/** Does something to offers, then has everything that it moved asked for anew: also after a refusal. */
export const useOfferAct = () => {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>) => {
    const outcome = await submitting(work);
    await Promise.all(moved.map((key) => client.invalidateQueries({ queryKey: [key] })));
    return outcome;
  };
};
