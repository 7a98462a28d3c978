import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/solid-query";
import { api } from "../../lib/api.ts";

export type ImportLine = Awaited<ReturnType<typeof api.import.list.query>>["lines"][number];
export type ShownImport = Awaited<ReturnType<typeof api.import.get.query>>;

export const useImports = (question: () => { area: string; offset: number; limit: number }) =>
  useQuery(() => ({
    queryKey: ["import", "list", question()],
    queryFn: () => api.import.list.query(question()),
    placeholderData: keepPreviousData,
  }));

export const useImport = (given: () => { readonly area: string; readonly id: number }) =>
  useQuery(() => ({
    queryKey: ["import", "one", given()],
    queryFn: () => api.import.get.query(given()),
  }));

/** Once a file is in, everything that was read of the register may be old. */
export const useRegisterChanged = () => {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["import"] }),
      client.invalidateQueries({ queryKey: ["school"] }),
    ]);
};

export const useDiscard = () => {
  const changed = useRegisterChanged();
  return (given: { area: string; id: number }) => api.import.discard.mutate(given).finally(changed);
};
