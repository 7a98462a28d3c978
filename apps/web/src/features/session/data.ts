import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { api } from "../../lib/api.ts";

export const useSecondFactor = () =>
  useQuery(() => ({
    queryKey: ["second-factor", "state"],
    queryFn: () => api.identity.secondFactor.query(),
  }));

export const useDevices = () =>
  useQuery(() => ({ queryKey: ["device", "list"], queryFn: () => api.device.list.query() }));

/** The services that one may sign in with besides a password: often none. */
export const useServices = () =>
  useQuery(() => ({
    queryKey: ["external", "providers"],
    queryFn: () => api.external.providers.query(),
    staleTime: Number.POSITIVE_INFINITY,
  }));

export const useJoined = () =>
  useQuery(() => ({ queryKey: ["external", "list"], queryFn: () => api.external.list.query() }));

/** Forgets what was read of the account, so that every page shows the change. */
export const useAccountRefresh = () => {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ["second-factor", "state"] });
    await client.invalidateQueries({ queryKey: ["device"] });
    await client.invalidateQueries({ queryKey: ["external", "list"] });
    await client.invalidateQueries({ queryKey: ["session"] });
  };
};

export type Device = Awaited<ReturnType<typeof api.device.list.query>>[number];
export type Service = Awaited<ReturnType<typeof api.external.providers.query>>[number];
export type JoinedAccount = Awaited<ReturnType<typeof api.external.list.query>>[number];
export type Purpose = Parameters<typeof api.external.begin.mutate>[0]["purpose"];
