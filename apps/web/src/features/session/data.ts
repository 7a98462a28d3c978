import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { api } from "../../lib/api.ts";

export const useSecondFactor = () =>
  useQuery(() => ({
    queryKey: ["second-factor", "state"],
    queryFn: () => api.identity.secondFactor.query(),
  }));

export const useDevices = () =>
  useQuery(() => ({ queryKey: ["device", "list"], queryFn: () => api.device.list.query() }));

/** Forgets what was read of the account, so that every page shows the change. */
export const useAccountRefresh = () => {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ["second-factor", "state"] });
    await client.invalidateQueries({ queryKey: ["device"] });
    await client.invalidateQueries({ queryKey: ["session"] });
  };
};

export type Device = Awaited<ReturnType<typeof api.device.list.query>>[number];
