import { Navigate } from "@solidjs/router";
import { For, Match, Switch } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { useSession } from "../../../app/session.ts";
import { EmptyState, Page } from "../../../ui/index.ts";

/** The areas of whoever is signed in; someone with one area goes straight to it. */
export function Home() {
  const session = useSession();
  const areas = () => session.data?.areas ?? [];
  return (
    <Switch>
      <Match when={areas().length === 1 && areas()[0]}>
        {(only) => <Navigate href={inArea(only().slug)} />}
      </Match>
      <Match when={session.data && areas().length === 0}>
        <Page title="Your areas">
          <EmptyState title="You have no part in any area yet">
            <p class="govuk-body">Ask your partnership administrator to invite you.</p>
          </EmptyState>
        </Page>
      </Match>
      <Match when={areas().length > 1}>
        <Page title="Your areas">
          <ul class="govuk-list">
            <For each={areas()}>
              {(area) => (
                <li>
                  <a class="govuk-link" href={inArea(area.slug)}>
                    {area.name}
                  </a>
                </li>
              )}
            </For>
          </ul>
        </Page>
      </Match>
    </Switch>
  );
}
