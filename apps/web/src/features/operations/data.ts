import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { api } from "../../lib/api.ts";

export type Operations = Awaited<ReturnType<typeof api.operations.get.query>>;
export type Run = Operations["jobs"][number];

const key = ["operations"];

/** Asked again every half minute: mails go out and work is done meanwhile. */
export const useOperations = () =>
  useQuery(() => ({
    queryKey: key,
    queryFn: () => api.operations.get.query(),
    refetchInterval: 30_000,
  }));

export const useOperationsRefresh = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: key });
};
