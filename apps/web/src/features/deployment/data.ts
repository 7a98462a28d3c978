import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/solid-query";
import { api, submitting } from "../../lib/api.ts";

export type DeploymentPage = Awaited<ReturnType<typeof api.deployment.get.query>>;
export type Version = DeploymentPage["versions"][number];
export type Terms = NonNullable<DeploymentPage["terms"]>;
export type DeploymentList = Awaited<ReturnType<typeof api.deployment.list.query>>;
export type DeploymentLine = DeploymentList["deployments"][number];
export type AgreementChoices = Awaited<ReturnType<typeof api.deployment.choices.query>>;
export type TermsToSave = Parameters<typeof api.deployment.revise.mutate>[0]["terms"];

export const useDeployment = (given: () => { readonly area: string; readonly id: string }) =>
  useQuery(() => ({
    queryKey: ["deployment", "one", given()],
    queryFn: () => api.deployment.get.query(given()),
  }));

export const useDeployments = (given: () => Parameters<typeof api.deployment.list.query>[0]) =>
  useQuery(() => ({
    queryKey: ["deployment", "list", given()],
    queryFn: () => api.deployment.list.query(given()),
    placeholderData: keepPreviousData,
  }));

export const useAgreementChoices = (given: () => { readonly area: string; readonly id: string }) =>
  useQuery(() => ({
    queryKey: ["deployment", "choices", given()],
    queryFn: () => api.deployment.choices.query(given()),
  }));

const moved = ["deployment", "offer", "need", "capacity", "conflict", "home"];

/** Does something to a deployment, then has everything that it moved asked for anew: also after a refusal. */
export const useDeploymentAct = () => {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>) => {
    const outcome = await submitting(work);
    await Promise.all(moved.map((key) => client.invalidateQueries({ queryKey: [key] })));
    return outcome;
  };
};
