import { Navigate } from "@solidjs/router";
import { Match, Switch } from "solid-js";
import { useSession } from "../../../app/session.ts";
import { EmptyState, Page } from "../../../ui/index.ts";
import { addressOf } from "../home-address.ts";

/** Leads whoever is signed in to where most is waiting for them. */
export function Home() {
  const session = useSession();
  return (
    <Switch>
      <Match when={session.data?.homes[0]}>
        {(first) => <Navigate href={addressOf(first())} />}
      </Match>
      <Match when={session.data && session.data.homes.length === 0}>
        <Page title="Your places">
          <EmptyState title="You have no part in any area yet">
            <p class="govuk-body">Ask your partnership administrator to invite you.</p>
          </EmptyState>
        </Page>
      </Match>
    </Switch>
  );
}
