import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { useAreaSlug } from "../../app/area.ts";
import { api } from "../../lib/api.ts";

const root = "organisation";

export const useOrganisations = () => {
  const slug = useAreaSlug();
  return useQuery(() => ({
    queryKey: [root, slug(), "list"],
    queryFn: () => api.organisation.list.query({ area: slug() }),
  }));
};

export const useOrganisation = (id: () => string) => {
  const slug = useAreaSlug();
  return useQuery(() => ({
    queryKey: [root, slug(), "one", id()],
    queryFn: () => api.organisation.get.query({ area: slug(), id: id() }),
  }));
};

export type OrganisationLine = Awaited<ReturnType<typeof api.organisation.list.query>>[number];
export type OrganisationHome = Awaited<ReturnType<typeof api.organisation.get.query>>;
export type LeaderLine = OrganisationHome["leaders"][number];
export type TermLine = NonNullable<LeaderLine["terms"][number]>;

/** Forgets what was read of organisations and of their leaders' days, so that every page shows the change. */
export const useOrganisationRefresh = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries();
};
