import { Navigate } from "@solidjs/router";
import { Show } from "solid-js";
import { useSession } from "../../../app/session.ts";
import { addressOf } from "../home-address.ts";

/** Leads whoever is signed in to where most is waiting for them. */
export function Home() {
  const session = useSession();
  const address = () => {
    const first = session.data?.homes[0];
    return first === undefined ? "/places" : addressOf(first);
  };
  return (
    <Show when={session.data}>
      <Navigate href={address()} />
    </Show>
  );
}
