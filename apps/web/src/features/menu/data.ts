import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/solid-query";
import { api, submitting } from "../../lib/api.ts";

export type Menu = Awaited<ReturnType<typeof api.menu.list.query>>;
export type Package = Menu["packages"][number];

export const useMenu = (question: () => Parameters<typeof api.menu.list.query>[0]) =>
  useQuery(() => ({
    queryKey: ["menu", "list", question()],
    queryFn: () => api.menu.list.query(question()),
    placeholderData: keepPreviousData,
  }));

export const usePackage = (given: () => { readonly area: string; readonly id: string }) =>
  useQuery(() => ({
    queryKey: ["menu", "one", given()],
    queryFn: () => api.menu.get.query(given()),
  }));

/** Does something to the menu, then has it asked for anew: also after a refusal. */
export const useMenuAct = () => {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>) => {
    const outcome = await submitting(work);
    await client.invalidateQueries({ queryKey: ["menu"] });
    await client.invalidateQueries({ queryKey: ["need"] });
    return outcome;
  };
};
