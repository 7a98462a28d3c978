import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { api, submitting } from "../../lib/api.ts";

export type Impact = Awaited<ReturnType<typeof api.impact.get.query>>;
export type Objective = Impact["objectives"][number];
export type CaseStudy = NonNullable<Impact["caseStudy"]>;
export type Compared = Awaited<ReturnType<typeof api.impact.compare.query>>;
export type Statement = Awaited<ReturnType<typeof api.impact.statement.query>>;
export type Alerts = Awaited<ReturnType<typeof api.impact.alerts.query>>;
export type TrackRecord = Awaited<ReturnType<typeof api.impact.trackRecord.query>>;

type One = { readonly area: string; readonly id: string };

export const useImpact = (given: () => One) =>
  useQuery(() => ({
    queryKey: ["impact", "one", given()],
    queryFn: () => api.impact.get.query(given()),
  }));

export const useCompared = (given: () => One & { readonly objectiveId: string }) =>
  useQuery(() => ({
    queryKey: ["impact", "compared", given()],
    queryFn: () => api.impact.compare.query(given()),
  }));

export const useStatement = (given: () => One) =>
  useQuery(() => ({
    queryKey: ["impact", "statement", given()],
    queryFn: () => api.impact.statement.query(given()),
  }));

export const useAlerts = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["impact", "alerts", area()],
    queryFn: () => api.impact.alerts.query({ area: area() }),
  }));

export const useTrackRecord = (given: () => { readonly area: string; readonly personId: string }) =>
  useQuery(() => ({
    queryKey: ["impact", "track-record", given()],
    queryFn: () => api.impact.trackRecord.query(given()),
  }));

/** Does something about impact, then has everything that it moved asked for anew: also after a refusal. */
export const useImpactAct = () => {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>) => {
    const outcome = await submitting(work);
    const moved = ["impact", "deployment", "home"];
    await Promise.all(moved.map((key) => client.invalidateQueries({ queryKey: [key] })));
    return outcome;
  };
};
