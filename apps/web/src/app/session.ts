import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { api } from "../lib/api.ts";
import { isOpen } from "./open-path.ts";

type Answer = NonNullable<Awaited<ReturnType<typeof api.session.get.query>>>;

/** Whoever is signed in. Away: the sign-in has ended, and the page stays as it was, covered, until its person is back. */
export type SessionNow = Answer & { readonly isAway?: true };

/** What the page goes on with: what was typed on it must outlive the sign-in, and is nobody else's to see. */
const goOn = (before: SessionNow | null | undefined, now: Answer | null): SessionNow | null => {
  if (!before || before.awaits !== null || isOpen(window.location.pathname)) return now;
  if (before.isAway || now === null || now.awaits === "second-factor") {
    return { ...before, isAway: true };
  }
  if (now.personId !== before.personId) window.location.assign("/");
  return now;
};

/** Who is signed in, with the areas in which they have a part; `null` when nobody is. */
export const useSession = () => {
  const client = useQueryClient();
  return useQuery(() => ({
    queryKey: ["session"],
    queryFn: async () =>
      goOn(client.getQueryData<SessionNow | null>(["session"]), await api.session.get.query()),
    staleTime: 60_000,
  }));
};

export const useSignOut = () => {
  const client = useQueryClient();
  return async () => {
    await api.session.signOut.mutate();
    client.clear();
    window.location.assign("/sign-in");
  };
};
