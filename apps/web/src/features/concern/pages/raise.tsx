import { useNavigate } from "@solidjs/router";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import {
  announce,
  BackLink,
  Combobox,
  createForm,
  Form,
  Page,
  TextArea,
  type ComboboxOption,
} from "../../../ui/index.ts";
import { useConcernAct } from "../data.ts";

type Answers = { readonly school: ComboboxOption | undefined; readonly text: string };

const createRaiseForm = (area: () => string) => {
  const navigate = useNavigate();
  const act = useConcernAct();
  const key = crypto.randomUUID();
  return createForm<Answers>({
    initial: { school: undefined, text: "" },
    check: ({ school, text }) => ({
      school: school === undefined ? "Choose a school" : undefined,
      text: text.trim() === "" ? "Say what the concern is" : undefined,
    }),
    submit: async ({ school, text }) => {
      const made: { id?: string } = {};
      const urn = Number(school?.id ?? 0);
      const outcome = await act(async () => {
        made.id = (await api.concern.raise.mutate({ area: area(), urn, text, key })).id;
      });
      if (outcome.done) {
        announce("The concern was raised");
        navigate(inArea(area(), `/concerns/${made.id ?? ""}`));
      }
      return outcome;
    },
  });
};

/** Writes a concern about a school down. */
export function RaiseConcern() {
  const slug = useAreaSlug();
  const form = createRaiseForm(slug);
  const search = async (words: string, signal: AbortSignal) => {
    const hits = await api.school.search.query({ area: slug(), words }, { signal });
    return hits.map(({ urn, name, town }) => ({
      id: String(urn),
      label: name,
      detail: [town ?? "", urn].filter((part) => part !== "").join(" · "),
    }));
  };
  return (
    <Page
      title="Raise a concern"
      lead="While it is open, leaders of the school stay at home, and whoever brokers them is told that there is a concern, not what it says."
      before={<BackLink href={inArea(slug(), "/concerns")} />}
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel="Raise the concern">
        <Combobox
          label="School"
          noun={["school", "schools"]}
          search={search}
          {...form.field("school")}
        />
        <TextArea
          label="What is the concern?"
          hint="Name no child and no teacher. Whoever reads it is recorded"
          rows={6}
          limit={2000}
          {...form.field("text")}
        />
      </Form>
    </Page>
  );
}
