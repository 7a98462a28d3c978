import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { api } from "../lib/api.ts";

/** Who is signed in, with the areas in which they have a part; `null` when nobody is. */
export const useSession = () =>
  useQuery(() => ({
    queryKey: ["session"],
    queryFn: () => api.session.get.query(),
    staleTime: 60_000,
  }));

export const useSignOut = () => {
  const client = useQueryClient();
  return async () => {
    await api.session.signOut.mutate();
    client.clear();
    window.location.assign("/sign-in");
  };
};
