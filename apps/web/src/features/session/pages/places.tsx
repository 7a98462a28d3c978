import { For, Show } from "solid-js";
import { useSession } from "../../../app/session.ts";
import { EmptyState, Link, Page } from "../../../ui/index.ts";
import { addressOf, homeWords } from "../home-address.ts";

/** Every part that the person plays, to switch between. Rights are those of all parts together. */
export function Places() {
  const session = useSession();
  return (
    <Show when={session.data}>
      {(person) => (
        <Page title="Your places" lead="Each opens the page that belongs to that part.">
          <Show when={person().homes.length === 0}>
            <EmptyState title="You have no part in any area yet">
              <p class="govuk-body">Ask your partnership administrator to invite you.</p>
            </EmptyState>
          </Show>
          <ul class="govuk-list govuk-list--spaced">
            <For each={person().homes}>
              {(home) => (
                <li>
                  <Link href={addressOf(home)}>{homeWords(home, person())}</Link>
                </li>
              )}
            </For>
          </ul>
        </Page>
      )}
    </Show>
  );
}
