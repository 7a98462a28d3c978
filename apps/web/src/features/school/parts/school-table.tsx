import { For, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { toNumberWords } from "../../../lib/words.ts";
import { EmptyState, Link, Table, Tag, type Column } from "../../../ui/index.ts";
import type { SchoolLine } from "../data.ts";
import { phaseWords, statusWords, toCalmName } from "../words.ts";

/** Shown only where a school is not simply open. */
export function StatusTag(props: { status: SchoolLine["status"] }) {
  return (
    <Show when={props.status !== "open"}>
      <Tag colour={props.status === "closed" ? "grey" : "amber"}>{statusWords[props.status]}</Tag>
    </Show>
  );
}

const columnsFor = (area: () => string): readonly Column<SchoolLine>[] => [
  {
    key: "name",
    header: "School",
    rowHeader: true,
    sortable: true,
    cell: (school) => (
      <>
        <Link href={inArea(area(), `/schools/${school.urn}`)}>{school.name}</Link>{" "}
        <StatusTag status={school.status} />
      </>
    ),
  },
  {
    key: "phase",
    header: "Phase",
    sortable: true,
    cell: (school) => phaseWords[school.phase],
  },
  {
    key: "zone",
    header: "Zone",
    cell: (school) => (
      <Show when={school.zones.length > 0} fallback={<span class="a-quiet">None</span>}>
        <For each={school.zones}>{(zone) => <div>{zone}</div>}</For>
      </Show>
    ),
  },
  {
    key: "trust",
    header: "Trust",
    sortable: true,
    cell: (school) => (school.trustName === null ? "" : toCalmName(school.trustName)),
  },
  { key: "postcode", header: "Postcode", sortable: true, cell: (school) => school.postcode },
  {
    key: "pupils",
    header: "Pupils",
    sortable: true,
    numeric: true,
    cell: (school) => (school.pupils === null ? "" : toNumberWords(school.pupils)),
  },
];

export function SchoolTable(props: {
  area: string;
  schools: readonly SchoolLine[];
  search: string;
}) {
  return (
    <Table
      caption="Schools"
      captionHidden
      search={props.search}
      sortedBy={{ key: "name", direction: "ascending" }}
      rows={props.schools}
      columns={columnsFor(() => props.area)}
      empty={
        <EmptyState title="No school fits these filters">
          <p class="govuk-body">Take a filter away, or look for another word.</p>
        </EmptyState>
      }
    />
  );
}
