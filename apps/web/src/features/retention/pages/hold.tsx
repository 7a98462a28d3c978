import { Match, Switch } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api, submitting } from "../../../lib/api.ts";
import {
  Combobox,
  createForm,
  Form,
  Link,
  Page,
  Radios,
  TextArea,
  type ComboboxOption,
} from "../../../ui/index.ts";
import { KeepingTrail, useKeepingPath, useKept } from "../parts/trail.tsx";

type Values = {
  kind: "" | "area" | "school" | "person";
  school: ComboboxOption | undefined;
  person: ComboboxOption | undefined;
  reason: string;
};

const blank: Values = { kind: "", school: undefined, person: undefined, reason: "" };

const kinds = [
  { value: "area", label: "Everything of the area" },
  { value: "school", label: "One school" },
  { value: "person", label: "One person" },
] as const;

const check = ({ kind, school, person, reason }: Values) => ({
  kind: kind === "" ? "Choose what it is about" : undefined,
  school: kind === "school" && school === undefined ? "Choose a school" : undefined,
  person: kind === "person" && person === undefined ? "Choose a person" : undefined,
  reason: reason.trim() === "" ? "Say why" : undefined,
});

/** The subject as the server takes it: `check` has seen that it is whole. */
const subjectOf = ({ kind, school, person }: Values) => {
  if (kind === "school" && school !== undefined) return { kind, urn: Number(school.id) } as const;
  if (kind === "person" && person !== undefined) return { kind, personId: person.id } as const;
  return { kind: "area" } as const;
};

const useSearches = () => {
  const slug = useAreaSlug();
  return {
    schools: async (words: string, signal: AbortSignal) => {
      const hits = await api.school.search.query({ area: slug(), words }, { signal });
      return hits.map(({ urn, name, town }) => ({
        id: String(urn),
        label: name,
        detail: town ?? "",
      }));
    },
    people: async (words: string, signal: AbortSignal) => {
      const question = { area: slug(), words, offset: 0, limit: 10 };
      const { people } = await api.person.list.query(question, { signal });
      return people.map(({ id, name, email }) => ({ id, label: name, detail: email }));
    },
  };
};

/** Keeps everything about an area, a school or a person until the hold is ended. */
export function PlaceHold() {
  const slug = useAreaSlug();
  const way = useKeepingPath();
  const finish = useKept();
  const { schools, people } = useSearches();
  const form = createForm({
    initial: blank,
    check,
    submit: (values: Values) =>
      submitting(async () => {
        const { reason } = values;
        await api.retention.hold.mutate({ area: slug(), subject: subjectOf(values), reason });
        await finish("The hold is placed: nothing of it is removed");
      }),
  });
  return (
    <Page
      title="Place a hold"
      lead="For a claim, an inquiry or a complaint. Nothing about it is deleted, emptied or erased until you end the hold."
      before={<KeepingTrail isBelow />}
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel="Place the hold" also={<Link href={way()}>Cancel</Link>}>
        <Radios label="What it is about" choices={kinds} {...form.field("kind")} />
        <Switch>
          <Match when={form.values().kind === "school"}>
            <Combobox
              label="School"
              hint="Name, town, postcode or URN"
              noun={["school", "schools"]}
              search={schools}
              {...form.field("school")}
            />
          </Match>
          <Match when={form.values().kind === "person"}>
            <Combobox
              label="Person"
              hint="Name or address"
              noun={["person", "people"]}
              search={people}
              {...form.field("person")}
            />
          </Match>
        </Switch>
        <TextArea label="Why" hint="Read by administrators alone" {...form.field("reason")} />
      </Form>
    </Page>
  );
}
