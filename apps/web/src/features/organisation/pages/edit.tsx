import { useParams } from "@solidjs/router";
import { organisationKinds, type OrganisationKind } from "@alongside/domain/organisation";
import { isUrn } from "@alongside/domain/school";
import { Show, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  Combobox,
  createForm,
  Form,
  Link,
  Page,
  Radios,
  TextField,
  type ComboboxOption,
  type FieldErrors,
} from "../../../ui/index.ts";
import { SetUpTrail, useDone } from "../../partnership/parts/way.tsx";
import { sending } from "../../partnership/words.ts";
import { organisationsAddress } from "../addresses.ts";
import { useOrganisations, type OrganisationLine } from "../data.ts";
import { kindWords } from "../words.ts";

type Values = { name: string; kind: OrganisationKind | ""; urn: ComboboxOption | undefined };

const valuesOf = (row: OrganisationLine | undefined): Values => {
  if (row === undefined) return { name: "", kind: "", urn: undefined };
  const { name, kind, urn, school } = row;
  return {
    name,
    kind,
    urn: urn === null ? undefined : { id: String(urn), label: school ?? String(urn) },
  };
};

const check = ({ name, kind }: Values): FieldErrors => ({
  name: name.trim() === "" ? "Enter a name" : undefined,
  kind: kind === "" ? "Choose what it is" : undefined,
});

const toTerms = ({ name, kind, urn }: Values) => {
  const number = Number(urn?.id);
  return { name, kind: kind === "" ? "other" : kind, urn: isUrn(number) ? number : null } as const;
};

const schoolsOf = (area: string) => async (words: string, signal: AbortSignal) => {
  const hits = await api.school.search.query({ area, words }, { signal });
  return hits.map(({ urn, name, town }) => ({
    id: String(urn),
    label: name,
    detail: [town ?? "", urn].filter((part) => part !== "").join(" · "),
  }));
};

function OrganisationForm(props: { organisation: OrganisationLine | undefined }) {
  const slug = useAreaSlug();
  const finish = useDone();
  const back = () => organisationsAddress(slug());
  const send = async (values: Values) => {
    const given = { area: slug(), ...toTerms(values) };
    if (props.organisation === undefined) {
      await api.organisation.add.mutate(given);
      return finish(`${values.name.trim()} added`, back());
    }
    const { id, version } = props.organisation;
    const { changed } = await api.organisation.change.mutate({ ...given, id, version });
    return finish(changed ? `${values.name.trim()} saved` : "Nothing was changed", back());
  };
  const form = createForm({
    initial: untrack(() => valuesOf(props.organisation)),
    check,
    submit: (values: Values) =>
      sending(() => send(values), { taken: "An organisation of this name is there already" }),
  });
  const isNew = () => props.organisation === undefined;
  return (
    <Page
      title={isNew() ? "Add an organisation" : "Change an organisation"}
      before={<SetUpTrail crumbs={[{ text: "Organisations", href: back() }]} />}
      error={form.problems().length > 0}
    >
      <Form
        form={form}
        submitLabel={isNew() ? "Add organisation" : "Save organisation"}
        also={<Link href={back()}>Cancel</Link>}
      >
        <TextField label="Name" hint="As its leaders know it" {...form.field("name")} />
        <Radios
          label="What is it?"
          choices={organisationKinds.map((value) => ({ value, label: kindWords[value] }))}
          {...form.field("kind")}
        />
        <Combobox
          label="Its school (optional)"
          hint="Where a teaching school or a hub sits. Name, town, postcode or URN"
          noun={["school", "schools"]}
          search={schoolsOf(slug())}
          {...form.field("urn")}
        />
      </Form>
    </Page>
  );
}

export function EditOrganisation() {
  const params = useParams();
  const query = useOrganisations();
  const isNew = () => params["organisation"] === undefined;
  return (
    <Loaded query={query} what="Loading the organisation">
      {(found) => {
        const one = () => found().find(({ id }) => id === params["organisation"]);
        return (
          <Show when={isNew() || one() !== undefined} fallback={<NotFound />}>
            <OrganisationForm organisation={one()} />
          </Show>
        );
      }}
    </Loaded>
  );
}
