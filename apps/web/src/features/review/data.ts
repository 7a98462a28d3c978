import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { api, submitting } from "../../lib/api.ts";

export type Reviews = Awaited<ReturnType<typeof api.review.list.query>>;
export type Review = Awaited<ReturnType<typeof api.review.get.query>>;
export type ReviewLine = Review["schools"][number];
export type ReviewedSchool = Awaited<ReturnType<typeof api.review.school.query>>;
export type SchoolReviews = Awaited<ReturnType<typeof api.review.ofSchool.query>>;
export type OwnReview = Awaited<ReturnType<typeof api.review.own.query>>;
export type ReviewCounts = Awaited<ReturnType<typeof api.review.counts.query>>;

export const useReviews = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["review", "list", area()],
    queryFn: () => api.review.list.query({ area: area() }),
  }));

export const useReview = (given: () => { readonly area: string; readonly id: string }) =>
  useQuery(() => ({
    queryKey: ["review", "one", given()],
    queryFn: () => api.review.get.query(given()),
  }));

/** What was judged is asked for anew each time: a form begins with what there is now. */
export const useReviewedSchool = (
  given: () => { readonly area: string; readonly id: string; readonly urn: number },
) =>
  useQuery(() => ({
    queryKey: ["review", "school", given()],
    queryFn: () => api.review.school.query(given()),
    gcTime: 0,
  }));

export const useSchoolReviews = (given: () => { readonly area: string; readonly urn: number }) =>
  useQuery(() => ({
    queryKey: ["review", "of", given()],
    queryFn: () => api.review.ofSchool.query(given()),
  }));

export const useOwnReview = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["review", "own", area()],
    queryFn: () => api.review.own.query({ area: area() }),
  }));

export const useReviewCounts = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["review", "counts", area()],
    queryFn: () => api.review.counts.query({ area: area() }),
  }));

/** Null where no review has looked at the school. */
export const useSuggestedBand = (given: () => { readonly area: string; readonly urn: number }) =>
  useQuery(() => ({
    queryKey: ["review", "suggestion", given()],
    queryFn: () => api.review.suggestion.query(given()),
  }));

/** Does something to a review, then has everything of it asked for anew: also after a refusal. */
export const useReviewAct = () => {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>) => {
    const outcome = await submitting(work);
    await client.invalidateQueries({ queryKey: ["review"] });
    await client.invalidateQueries({ queryKey: ["home"] });
    return outcome;
  };
};
