import { useNavigate, useSearchParams } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  BackLink,
  Combobox,
  createForm,
  Form,
  InsetText,
  Page,
  Radios,
  type ComboboxOption,
} from "../../../ui/index.ts";
import { needsAddress, queueAddress, stepAddress } from "../addresses.ts";
import { useNeedAct, useNeedChoices, useNeedStart, type NeedChoices } from "../data.ts";

function Begin(props: { area: string; urn: number }) {
  const navigate = useNavigate();
  const act = useNeedAct();
  const start = useNeedStart(() => ({ area: props.area, urn: props.urn }));
  const form = createForm({
    initial: {},
    submit: () =>
      act(async () => {
        const { id } = await api.need.begin.mutate({ area: props.area, urn: props.urn });
        navigate(stepAddress(props.area, id, "focus"));
      }),
  });
  return (
    <Loaded query={start} what="Loading the school">
      {(known) => (
        <Page
          title="Ask for support"
          caption={known().school.name}
          before={
            <BackLink href={known().isOwn ? needsAddress(props.area) : queueAddress(props.area)} />
          }
          error={form.problems().length > 0}
        >
          <Show when={!known().isOwn}>
            <InsetText>
              {`You write on behalf of ${known().school.name}, and the record says so.`}
            </InsetText>
          </Show>
          <p class="govuk-body">Six short pages, about two minutes:</p>
          <ul class="govuk-list govuk-list--bullet">
            <li>what it is about, and what should be different by when</li>
            <li>what support would help, and about how many days</li>
            <li>leaders you would like or rather not have</li>
            <li>who pays, and who may see it</li>
          </ul>
          <p class="govuk-body">
            Every page is kept as you go: you can stop and come back. Nothing leaves the school
            until the head sends it.
          </p>
          <Form form={form} submitLabel="Start">
            {null}
          </Form>
        </Page>
      )}
    </Loaded>
  );
}

function ChooseOwn(props: { area: string; schools: NeedChoices["ownSchools"] }) {
  const navigate = useNavigate();
  const form = createForm({
    initial: { urn: "" },
    check: ({ urn }) => ({ urn: urn === "" ? "Choose a school" : undefined }),
    submit: ({ urn }) => {
      navigate(`?school=${urn}`);
      return Promise.resolve({ done: true });
    },
  });
  return (
    <Page title="Ask for support" before={<BackLink href={needsAddress(props.area)} />}>
      <Form form={form} submitLabel="Continue">
        <Radios
          label="For which school?"
          choices={props.schools.map(({ urn, name }) => ({ value: String(urn), label: name }))}
          {...form.field("urn")}
        />
      </Form>
    </Page>
  );
}

function ChooseAny(props: { area: string }) {
  const navigate = useNavigate();
  const none: ComboboxOption | undefined = undefined;
  const initial: { school: ComboboxOption | undefined } = { school: none };
  const form = createForm({
    initial,
    check: ({ school }) => ({ school: school === undefined ? "Choose a school" : undefined }),
    submit: ({ school }) => {
      navigate(`?school=${school?.id ?? ""}`);
      return Promise.resolve({ done: true });
    },
  });
  const search = async (words: string, signal: AbortSignal) => {
    const hits = await api.school.search.query({ area: props.area, words }, { signal });
    return hits.map(({ urn, name, town }) => ({
      id: String(urn),
      label: name,
      ...(town === null ? {} : { detail: town }),
    }));
  };
  return (
    <Page
      title="Ask for support on behalf of a school"
      lead="For a school that does not sign in. The record says that you acted for it."
      before={<BackLink href={queueAddress(props.area)} />}
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel="Continue">
        <Combobox
          label="School"
          hint="By name, town, postcode or URN"
          noun={["school", "schools"]}
          search={search}
          {...form.field("school")}
        />
      </Form>
    </Page>
  );
}

/** Where a need begins: for one's own school, or on behalf of one. */
export function StartNeed() {
  const slug = useAreaSlug();
  const [search] = useSearchParams();
  const choices = useNeedChoices(slug);
  const urn = (lists: NeedChoices): number | undefined => {
    const asked = Number(search["school"]);
    if (Number.isInteger(asked) && asked > 0) return asked;
    return lists.ownSchools.length === 1 ? lists.ownSchools[0]?.urn : undefined;
  };
  return (
    <Loaded query={choices} what="Loading the lists">
      {(lists) => (
        <Switch fallback={<ChooseAny area={slug()} />}>
          <Match when={urn(lists())} keyed>
            {(known) => <Begin area={slug()} urn={known} />}
          </Match>
          <Match when={lists().ownSchools.length > 0}>
            <ChooseOwn area={slug()} schools={lists().ownSchools} />
          </Match>
        </Switch>
      )}
    </Loaded>
  );
}
