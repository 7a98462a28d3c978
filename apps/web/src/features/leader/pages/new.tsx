import { useNavigate } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  BackLink,
  Combobox,
  createForm,
  EmptyState,
  Form,
  LinkButton,
  Page,
  Radios,
  type ComboboxOption,
} from "../../../ui/index.ts";
import { useCapacityChoices, type CapacityChoices } from "../../capacity/data.ts";
import { newDesignationAddress } from "../addresses.ts";
import { useLeaderAct, useLeadersToAdd, type NewLeader } from "../data.ts";

type Shown = { area: string; choices: CapacityChoices; people: readonly NewLeader[] };
type Answers = {
  readonly personId: string;
  readonly kind: string;
  readonly home: ComboboxOption | undefined;
};

const homeOf = (person: NewLeader | undefined): ComboboxOption | undefined =>
  person === undefined || person.urn === null
    ? undefined
    : { id: String(person.urn), label: person.school ?? String(person.urn) };

const check = ({ personId, kind, home }: Answers) => ({
  personId: personId === "" ? "Choose a person" : undefined,
  kind: kind === "" ? "Choose a kind" : undefined,
  home: home === undefined ? "Choose the home school from the list" : undefined,
});

const createNewForm = (props: Shown) => {
  const act = useLeaderAct();
  const navigate = useNavigate();
  const only = untrack(() => (props.people.length === 1 ? props.people[0] : undefined));
  return createForm<Answers>({
    initial: { personId: only?.personId ?? "", kind: "", home: homeOf(only) },
    check,
    submit: async ({ personId, kind, home }) => {
      const { area } = props;
      const homeUrn = Number(home?.id);
      const outcome = await act(() => api.leader.add.mutate({ area, personId, kind, homeUrn }));
      if (outcome.done) navigate(newDesignationAddress(area, personId));
      return outcome;
    },
  });
};

function NewForm(props: Shown) {
  const form = createNewForm(props);
  const kinds = () =>
    (props.choices.lists["designation"] ?? [])
      .filter(({ isRetired }) => !isRetired)
      .map(({ code, label }) => ({ value: code, label }));
  const person = form.field("personId");
  const choosePerson = (personId: string) => {
    person.onChange(personId);
    form.set("home", homeOf(props.people.find((each) => each.personId === personId)));
  };
  const search = async (words: string, signal: AbortSignal) => {
    const hits = await api.school.search.query({ area: props.area, words }, { signal });
    return hits.map((hit) => ({
      id: String(hit.urn),
      label: hit.name,
      detail: [hit.town ?? "", hit.postcode ?? "", String(hit.urn)].filter(Boolean).join(" · "),
    }));
  };
  return (
    <Form form={form} submitLabel="Add and go on to the designation">
      <Radios
        {...person}
        label="Who is it?"
        hint="People who were invited as leaders and are not on record as one"
        choices={props.people.map(({ personId, name, school }) => ({
          value: personId,
          label: name,
          ...(school === null ? {} : { hint: school }),
        }))}
        onChange={choosePerson}
      />
      <Radios label="Known as" small choices={kinds()} {...form.field("kind")} />
      <Combobox
        label="Home school"
        hint="The school that employs them and lets the days go"
        noun={["school", "schools"]}
        search={search}
        {...form.field("home")}
      />
    </Form>
  );
}

/** Puts somebody who was invited as a leader on record as one, with kind and home school; the designation comes next. */
export function NewLeaderPage() {
  const slug = useAreaSlug();
  const choices = useCapacityChoices(slug);
  const people = useLeadersToAdd(slug);
  return (
    <Loaded query={choices} what="Loading the lists">
      {(lists) => (
        <Loaded query={people} what="Loading people">
          {(known) => (
            <Page
              title="Add a leader"
              lead="Kind and home school first, then the designation with its dates and review."
              before={<BackLink href={inArea(slug(), "/capacity")} />}
            >
              <Show
                when={known().length > 0}
                fallback={
                  <EmptyState title="Nobody to add">
                    <p class="govuk-body">
                      Everyone who was invited as a leader is on record. Invite somebody first.
                    </p>
                    <LinkButton kind="secondary" href={inArea(slug(), "/people/invite")}>
                      Invite a person
                    </LinkButton>
                  </EmptyState>
                }
              >
                <NewForm area={slug()} choices={lists()} people={known()} />
              </Show>
            </Page>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
