import { useParams } from "@solidjs/router";
import { toCode } from "@alongside/domain/partnership";
import { Show } from "solid-js";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  Breadcrumbs,
  createForm,
  Form,
  Checkboxes,
  InsetText,
  Link,
  Page,
  TextField,
} from "../../../ui/index.ts";
import { useEveryArea, type EveryArea } from "../data.ts";
import { useDone } from "../parts/way.tsx";
import { sending } from "../words.ts";

type Values = { name: string; slug: string; laCodes: readonly string[] };
type Line = EveryArea["areas"][number];

const back = "/operate/areas";

/** The authorities that can be chosen: those of nobody else, and the area's own even when it is no real one. */
const choicesOf = (found: EveryArea, area: Line | undefined) => {
  const others = found.areas.filter(({ id }) => id !== area?.id).flatMap(({ laCodes }) => laCodes);
  const own = (area?.laCodes ?? []).filter(
    (code) => !found.authorities.some((each) => each.code === code),
  );
  return [
    ...own.map((code) => ({ value: String(code), label: `Authority ${code}` })),
    ...found.authorities
      .filter(({ code }) => !others.includes(code))
      .map(({ code, name }) => ({ value: String(code), label: name })),
  ];
};

const initialOf = (area: Line | undefined): Values => ({
  name: area?.name ?? "",
  slug: area?.slug ?? "",
  laCodes: area?.laCodes ?? [],
});

const useAreaForm = (area: () => Line | undefined) => {
  const finish = useDone();
  const send = async ({ name, slug, laCodes }: Values) => {
    const old = area();
    const given = { name, laCodes: [...laCodes] };
    if (old === undefined) {
      await api.area.create.mutate({ ...given, slug: slug.trim() || toCode(name) });
      return finish(`${name.trim()} created`, back);
    }
    const { id, version } = old;
    const { changed } = await api.area.change.mutate({ ...given, id, version });
    return finish(changed ? `${name.trim()} saved` : "Nothing was changed", back);
  };
  return createForm<Values>({
    initial: initialOf(area()),
    check: (values) => ({
      name: values.name.trim() === "" ? "Enter a name" : undefined,
      laCodes: values.laCodes.length === 0 ? "Choose one local authority or more" : undefined,
    }),
    submit: (values) =>
      sending(() => send(values), { taken: "Another area has this address. Choose another." }),
  });
};

function AreaForm(props: { found: EveryArea; area: Line | undefined }) {
  const form = useAreaForm(() => props.area);
  const chosen = () =>
    choicesOf(props.found, props.area)
      .filter(({ value }) => form.values().laCodes.includes(value))
      .map(({ label }) => label)
      .join(", ");
  return (
    <Page
      title={props.area === undefined ? "Create an area" : props.area.name}
      before={<Breadcrumbs crumbs={[{ text: "Areas", href: back }]} />}
      error={form.problems().length > 0}
    >
      <Form
        form={form}
        submitLabel={props.area === undefined ? "Create area" : "Save area"}
        also={<Link href={back}>Cancel</Link>}
      >
        <TextField
          label="Name"
          hint="As the partnership calls itself; it shows on every page"
          {...form.field("name")}
        />
        <Show
          when={props.area === undefined}
          fallback={
            <InsetText>{`Its address stays /areas/${props.area?.slug ?? ""}, so that links keep working.`}</InsetText>
          }
        >
          <TextField
            label="Part of the address"
            optional
            hint={`Lower-case letters, figures and hyphens. Left empty: ${toCode(form.values().name) || "made from the name"}`}
            spellcheck={false}
            {...form.field("slug")}
          />
        </Show>
        <p class="govuk-body" aria-live="polite">
          {chosen() === "" ? "No local authority chosen yet." : `Chosen: ${chosen()}.`}
        </p>
        <div class="a-many a-many--short">
          <Checkboxes
            label="Local authorities"
            hint="Those that belong to another area are not shown."
            small
            choices={choicesOf(props.found, props.area)}
            {...form.field("laCodes")}
          />
        </div>
      </Form>
    </Page>
  );
}

export function AreaPage() {
  const params = useParams();
  const query = useEveryArea();
  const isNew = () => params["slug"] === undefined;
  return (
    <Loaded query={query} what="Loading areas">
      {(found) => {
        const area = () => found().areas.find(({ slug }) => slug === params["slug"]);
        return (
          <Show when={isNew() || area() !== undefined} fallback={<NotFound />}>
            <AreaForm found={found()} area={area()} />
          </Show>
        );
      }}
    </Loaded>
  );
}
