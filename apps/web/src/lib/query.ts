import { QueryClient } from "@tanstack/solid-query";
import { refusalOf } from "./api.ts";

/** A refusal is an answer, not an accident: only faults and outages are worth another try. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => refusalOf(error) === undefined && failures < 2,
      refetchOnWindowFocus: true,
    },
  },
});
