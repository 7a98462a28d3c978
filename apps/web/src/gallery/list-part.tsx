import type { Accessor } from "solid-js";
import {
  Columns,
  EmptyState,
  FilterChips,
  FilterPanel,
  Link,
  ListLine,
  Pagination,
  Table,
  Tag,
  type Column,
} from "../ui/index.ts";
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
      <Columns kind="side-main">
        <FilterPanel groups={filters} search={props.search()} />
        <div>
          <FilterChips groups={filters} search={props.search()} />
          <ListLine text="123 schools, page 3 of 12">
            <Link href="?part=list" download>
              Download as CSV
            </Link>
          </ListLine>
          <Table
            caption="Schools"
            captionHidden
            columns={columns}
            rows={rows}
            search={props.search()}
            sortedBy={{ key: "name", direction: "ascending" }}
          />
          <Pagination page={3} pages={12} search={props.search()} />
        </div>
      </Columns>
      <EmptyState title="No school fits these filters">
        <p class="govuk-body">Take a filter away, or look in all zones.</p>
      </EmptyState>
    </>
  );
}
