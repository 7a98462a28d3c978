import type { Accessor } from "solid-js";
import { EmptyState, Filtered, Link, Results, Table, Tag, type Column } from "../ui/index.ts";
import { filters, rows, type SampleRow } from "./sample.ts";

const columns: readonly Column<SampleRow>[] = [
  {
    key: "name",
    header: "School",
    sortable: true,
    rowHeader: true,
    cell: (row) => <Link href={`?part=record&urn=${row.code}`}>{row.name}</Link>,
  },
  { key: "zone", header: "Zone", sortable: true, cell: (row) => row.zone },
  { key: "kind", header: "Phase", cell: (row) => row.kind },
  {
    key: "places",
    header: "Places",
    sortable: true,
    numeric: true,
    cell: (row) => row.places.toLocaleString("en-GB"),
  },
  {
    key: "state",
    header: "State",
    cell: (row) => <Tag colour={row.state === "Open" ? "green" : "amber"}>{row.state}</Tag>,
  },
];

export function ListPart(props: { search: Accessor<string> }) {
  return (
    <>
      <Filtered groups={filters} search={props.search()}>
        <Results
          text="123 schools"
          total={123}
          size={10}
          search={props.search()}
          acts={
            <Link href="?part=list" download>
              Download as CSV
            </Link>
          }
        >
          <Table
            caption="Schools"
            captionHidden
            columns={columns}
            rows={rows}
            search={props.search()}
            sortedBy={{ key: "name", direction: "ascending" }}
          />
        </Results>
      </Filtered>
      <EmptyState title="No school fits these filters">
        <p class="govuk-body">Take a filter away, or look in all zones.</p>
      </EmptyState>
    </>
  );
}
