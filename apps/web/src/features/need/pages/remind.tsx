import { useLocation, useNavigate } from "@solidjs/router";
import { For, Show, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  announce,
  BackLink,
  Checkboxes,
  counted,
  createForm,
  Details,
  EmptyState,
  Form,
  Page,
} from "../../../ui/index.ts";
import { queueAddress } from "../addresses.ts";
import { useNeedAct, useQueue, useReminders, type Reminder } from "../data.ts";
import { questionOf } from "../queue-address.ts";
import { leftOutWords, remindedWords } from "../words.ts";

const nameOf = ({ reference, school }: Reminder): string => `${reference} ${school}`;

function RemindForm(props: { area: string; search: string; due: readonly Reminder[] }) {
  const navigate = useNavigate();
  const act = useNeedAct();
  const form = createForm({
    initial: { ids: untrack((): readonly string[] => props.due.map(({ id }) => id)) },
    check: ({ ids }) => ({ ids: ids.length === 0 ? "Choose at least one need" : undefined }),
    submit: async ({ ids }) => {
      const outcome = await act(() => api.queue.remind.mutate({ area: props.area, ids: [...ids] }));
      if (outcome.done) {
        announce("Reminders sent");
        navigate(queueAddress(props.area, props.search));
      }
      return outcome;
    },
  });
  return (
    <Form form={form} submitLabel="Send the reminders">
      <Checkboxes
        label="Who is reminded"
        hint="Each gets one mail that says nothing of the need beyond what they may see"
        choices={props.due.map((each) => ({
          value: each.id,
          label: nameOf(each),
          hint: each.whom === null ? undefined : remindedWords[each.whom],
        }))}
        {...form.field("ids")}
      />
    </Form>
  );
}

function LeftOut(props: { reminders: readonly Reminder[] }) {
  return (
    <Show when={props.reminders.length > 0}>
      <Details summary={`Not reminded: ${counted(props.reminders.length, "need")}`}>
        <ul class="govuk-list govuk-list--bullet">
          <For each={props.reminders}>
            {(each) => (
              <li>{`${nameOf(each)}: ${each.leftOut === null ? "" : leftOutWords[each.leftOut]}`}</li>
            )}
          </For>
        </ul>
      </Details>
    </Show>
  );
}

function Check(props: { area: string; search: string; reminders: readonly Reminder[] }) {
  const due = () => props.reminders.filter(({ whom }) => whom !== null);
  return (
    <Page
      title="Check the reminders"
      lead="Nothing is sent until you press the button. Nobody is reminded twice in a day."
      before={<BackLink href={queueAddress(props.area, props.search)} />}
    >
      <Show
        when={due().length > 0}
        fallback={
          <EmptyState title="Nobody to remind">
            <p class="govuk-body">Nobody’s answer is awaited in these needs.</p>
          </EmptyState>
        }
      >
        <RemindForm area={props.area} search={props.search} due={due()} />
      </Show>
      <LeftOut reminders={props.reminders.filter(({ whom }) => whom === null)} />
    </Page>
  );
}

function Found(props: { area: string; search: string; ids: readonly string[] }) {
  const reminders = useReminders(() => ({ area: props.area, ids: [...props.ids] }));
  return (
    <Loaded query={reminders} what="Looking who is awaited">
      {(known) => <Check area={props.area} search={props.search} reminders={known()} />}
    </Loaded>
  );
}

/** Whoever is awaited in the needs of a page of the queue, to be checked before they are reminded. */
export function RemindMany() {
  const slug = useAreaSlug();
  const location = useLocation();
  const queue = useQueue(() => questionOf(slug(), location.search));
  return (
    <Loaded query={queue} what="Loading the queue">
      {(found) => (
        <Show
          when={found().needs.length > 0}
          fallback={<Check area={slug()} search={location.search} reminders={[]} />}
        >
          <Found area={slug()} search={location.search} ids={found().needs.map(({ id }) => id)} />
        </Show>
      )}
    </Loaded>
  );
}
