import { useQuery } from "@tanstack/solid-query";
import { api } from "../../lib/api.ts";

export type AreaHome = Awaited<ReturnType<typeof api.home.show.query>>;
export type WaitingNow = AreaHome["waiting"][number];

export const useAreaHome = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["home", area()],
    queryFn: () => api.home.show.query({ area: area() }),
    refetchOnMount: "always",
  }));
