import { useParams } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  createForm,
  Form,
  InsetText,
  Link,
  Page,
  Select,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import { useCodeList, type CodeEntry, type CodeList } from "../data.ts";
import { SetUpTrail, useDone, useWay } from "../parts/way.tsx";
import { sending } from "../words.ts";

type Values = { label: string; groupLabel: string; help: string };

const blank: Values = { label: "", groupLabel: "", help: "" };

const valuesOf = ({ label, groupLabel, help }: CodeEntry): Values => ({
  label,
  groupLabel: groupLabel ?? "",
  help: help ?? "",
});

const groupsOf = ({ entries }: CodeList): readonly string[] => [
  ...new Set(entries.flatMap(({ groupLabel }) => (groupLabel === null ? [] : [groupLabel]))),
];

function EntryForm(props: { found: CodeList; entry: CodeEntry | undefined }) {
  const slug = useAreaSlug();
  const way = useWay();
  const finish = useDone();
  const back = () => way(`/set-up/lists/${props.found.list}`);
  const groups = untrack(() => groupsOf(props.found));
  const send = async (values: Values) => {
    const given = { area: slug(), list: props.found.list, ...values };
    if (props.entry === undefined) {
      await api.codeList.add.mutate(given);
      return finish(`${values.label.trim()} added`, back());
    }
    const { code, version } = props.entry;
    const { changed } = await api.codeList.change.mutate({ ...given, code, version });
    return finish(changed ? `${values.label.trim()} saved` : "Nothing was changed", back());
  };
  const form = createForm({
    initial: untrack(() => (props.entry === undefined ? blank : valuesOf(props.entry))),
    check: ({ label, groupLabel }) => ({
      label: label.trim() === "" ? "Enter a label" : undefined,
      groupLabel: groups.length > 0 && groupLabel === "" ? "Choose a group" : undefined,
    }),
    submit: (values: Values) =>
      sending(() => send(values), { taken: "The list has this label already, in use or retired" }),
  });
  return (
    <Page
      title={props.entry === undefined ? "Add an entry" : "Change an entry"}
      caption={props.found.label}
      before={
        <SetUpTrail
          crumbs={[
            { text: "Code lists", href: way("/set-up/lists") },
            { text: props.found.label, href: back() },
          ]}
        />
      }
      error={form.problems().length > 0}
    >
      <Show when={props.entry}>
        {(entry) => (
          <InsetText>
            {`The new words show on every record that has this entry. Its code, ${entry().code}, stays.`}
          </InsetText>
        )}
      </Show>
      <Form
        form={form}
        submitLabel={props.entry === undefined ? "Add entry" : "Save entry"}
        also={<Link href={back()}>Cancel</Link>}
      >
        <TextField label="Label" hint="What people read on forms" {...form.field("label")} />
        <Show when={groups.length > 0}>
          <Select
            label="Group"
            choices={groups.map((value) => ({ value, label: value }))}
            {...form.field("groupLabel")}
          />
        </Show>
        <TextArea
          label="Help"
          optional
          hint="A sentence that says when to choose it"
          rows={3}
          limit={500}
          {...form.field("help")}
        />
      </Form>
    </Page>
  );
}

export function CodeEntryPage() {
  const params = useParams();
  const query = useCodeList(() => params["list"] ?? "");
  const isNew = () => params["code"] === undefined;
  return (
    <Loaded query={query} what="Loading the list">
      {(found) => {
        const entry = () => found().entries.find(({ code }) => code === params["code"]);
        return (
          <Show when={isNew() || entry() !== undefined} fallback={<NotFound />}>
            <EntryForm found={found()} entry={entry()} />
          </Show>
        );
      }}
    </Loaded>
  );
}
