import { createSignal, Show, untrack } from "solid-js";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  announce,
  createForm,
  Form,
  InsetText,
  NotificationBanner,
  Page,
  Radios,
} from "../../../ui/index.ts";
import { AccountTrail } from "../../session/parts/account-trail.tsx";
import { useMailAct, usePreferences, type Preferences } from "../data.ts";
import { wayChoices } from "../words.ts";

const isSame = (one: Preferences, other: Preferences): boolean =>
  one.progress === other.progress && one.reminder === other.reminder;

function Choice(props: { preferences: Preferences }) {
  const act = useMailAct();
  const [said, setSaid] = createSignal("");
  const form = createForm<Preferences>({
    initial: untrack(() => ({ ...props.preferences })),
    check: () => ({}),
    submit: async (wanted) => {
      if (isSame(wanted, props.preferences)) {
        setSaid("Nothing has changed");
        return { done: true };
      }
      const outcome = await act(() => api.mail.prefer.mutate({ ...wanted }));
      if (outcome.done) {
        setSaid("Your choice is kept");
        announce("Your choice is kept");
      }
      return outcome;
    },
  });
  return (
    <Page
      title="Mails to you"
      lead="Choose when Alongside writes to you."
      before={<AccountTrail />}
      error={form.problems().length > 0}
    >
      <Show when={said()}>
        {(words) => (
          <NotificationBanner kind="success" title="Mails to you">
            <p class="govuk-body">{words()}</p>
          </NotificationBanner>
        )}
      </Show>
      <InsetText>
        What asks for your answer comes at once: an offer, a question, a school that waits for you.
        So does everything about your account.
      </InsetText>
      <Form form={form} submitLabel="Save">
        <Radios
          label="What has happened"
          hint="A need was opened, an offer was accepted"
          choices={wayChoices}
          {...form.field("progress")}
        />
        <Radios
          label="Reminders"
          hint="An answer is due soon, days run out"
          choices={wayChoices}
          {...form.field("reminder")}
        />
      </Form>
    </Page>
  );
}

/** How a person is told of what happens. */
export function MailChoice() {
  const preferences = usePreferences();
  return (
    <Loaded query={preferences} what="Loading your choice">
      {(known) => <Choice preferences={known()} />}
    </Loaded>
  );
}
