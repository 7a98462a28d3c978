import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { useAreaSlug } from "../../app/area.ts";
import { api } from "../../lib/api.ts";

export type Retention = Awaited<ReturnType<typeof api.retention.get.query>>;
export type Rule = Retention["rules"][number];
export type Hold = Retention["holds"][number];

const root = "retention";

export const useRetention = () => {
  const slug = useAreaSlug();
  return useQuery(() => ({
    queryKey: [root, slug()],
    queryFn: () => api.retention.get.query({ area: slug() }),
  }));
};

export const useRetentionRefresh = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [root] });
};
