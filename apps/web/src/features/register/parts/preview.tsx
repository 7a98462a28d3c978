import { For, Show } from "solid-js";
import { previewHeadings, type PreviewHeading } from "@alongside/domain/register-import";
import { toNumberWords } from "../../../lib/words.ts";
import {
  Downloads,
  Columns,
  counted,
  Details,
  Heading,
  InsetText,
  StatTile,
  Table,
  WarningText,
} from "../../../ui/index.ts";
import type { ShownImport } from "../data.ts";
import { headingWords } from "../words.ts";

/** The counts of a file at a glance. */
export function Counts(props: { held: ShownImport }) {
  const summary = () => props.held.summary;
  const left = () => props.held.notTaken.reduce((sum, { count }) => sum + count, 0);
  return (
    <Columns kind="tiles">
      <StatTile label="Added" value={toNumberWords(summary().added)} />
      <StatTile label="Changed" value={toNumberWords(summary().changed)} />
      <StatTile label="Unchanged" value={toNumberWords(summary().unchanged)} />
      <StatTile
        label="Not taken"
        value={toNumberWords(left())}
        tone={left() > 0 ? "amber" : undefined}
      />
    </Columns>
  );
}

type Held = NonNullable<ShownImport["preview"]["headings"][PreviewHeading]>;

function OneHeading(props: { heading: PreviewHeading; held: Held }) {
  const words = () => headingWords[props.heading];
  const columns = () => [
    {
      key: "name",
      header: "School",
      rowHeader: true,
      cell: (line: Held["first"][number]) => line.name,
    },
    { key: "urn", header: "URN", cell: (line: Held["first"][number]) => line.urn },
    ...(words().detail === ""
      ? []
      : [
          {
            key: "detail",
            header: words().detail,
            cell: (line: Held["first"][number]) => line.detail ?? "",
          },
        ]),
  ];
  return (
    <section>
      <Heading level={3} size="s">
        {`${words().title}: ${counted(props.held.count, "school")}`}
      </Heading>
      <p class="govuk-body">{words().about}</p>
      <Details summary={`See ${counted(props.held.count, "school")}`} open={props.held.count <= 12}>
        <Table caption={words().title} captionHidden rows={props.held.first} columns={columns()} />
        <Show when={props.held.count > props.held.first.length}>
          <p class="govuk-body">
            {`The first ${props.held.first.length} of ${toNumberWords(props.held.count)}.`}
          </p>
        </Show>
      </Details>
    </section>
  );
}

function NotTaken(props: { area: string; held: ShownImport }) {
  return (
    <section>
      <Heading level={2} size="m">
        Lines not taken
      </Heading>
      <For each={props.held.notTaken}>
        {(group) => (
          <Details summary={`${counted(group.count, "line")}: ${group.reason}`}>
            <Table
              caption={group.reason}
              captionHidden
              rows={group.first}
              columns={[
                { key: "line", header: "Line", rowHeader: true, cell: (left) => left.line },
                { key: "urn", header: "URN as stated", cell: (left) => left.urn ?? "none" },
              ]}
            />
            <Show when={group.count > group.first.length}>
              <p class="govuk-body">{`The first ${group.first.length} of ${group.count}.`}</p>
            </Show>
          </Details>
        )}
      </For>
      <p class="govuk-body">
        <Downloads
          csv={`/files/areas/${props.area}/imports/${props.held.id}/not-taken.csv`}
          about="of all lines that were not taken"
        />
      </p>
    </section>
  );
}

function Changes(props: { held: ShownImport; hasSchools: boolean }) {
  const headings = () =>
    previewHeadings.flatMap((heading) => {
      const held = props.held.preview.headings[heading];
      return held === undefined ? [] : [{ heading, held }];
    });
  return (
    <Show when={props.hasSchools}>
      <Heading level={2} size="m">
        {props.held.state === "confirmed" ? "What changed" : "What would change"}
      </Heading>
      <For
        each={headings()}
        fallback={
          <p class="govuk-body">
            {props.held.summary.added > 0
              ? `${counted(props.held.summary.added, "school")} new to the register; nothing that it holds changes.`
              : "Nothing: the register says all of this already."}
          </p>
        }
      >
        {({ heading, held }) => <OneHeading heading={heading} held={held} />}
      </For>
    </Show>
  );
}

/** All that a file says and does: the same before it is confirmed and after. */
export function Preview(props: { area: string; held: ShownImport }) {
  const missing = () => props.held.summary.missingColumns;
  return (
    <>
      <Show when={props.held.state === "checked" && props.held.preview.isOlderThanRegister}>
        <WarningText>
          The register holds values of a later day than this file’s. Confirming would put older
          values in their place.
        </WarningText>
      </Show>
      <Counts held={props.held} />
      <Changes held={props.held} hasSchools={props.held.kind === "gias"} />
      <Show when={props.held.notTaken.length > 0}>
        <NotTaken area={props.area} held={props.held} />
      </Show>
      <Show when={missing().length > 0}>
        <InsetText>
          {`The file has no ${missing().length === 1 ? "column" : "columns"} ${missing().join(", ")}. What the register holds there stays as it is.`}
        </InsetText>
      </Show>
    </>
  );
}
