import { useParams } from "@solidjs/router";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  Downloads,
  Breadcrumbs,
  counted,
  EmptyState,
  Link,
  ListLine,
  Page,
  Table,
  type Column,
} from "../../../ui/index.ts";
import { capacityAddress, homeFile, leaderAddress } from "../addresses.ts";
import { useHomeStatement, type HomeStatement } from "../data.ts";
import { MovementTable } from "../parts/movement-table.tsx";
import { SupplyTag } from "../parts/state-tag.tsx";
import { stateOfTerm, toDayNumber, toTerm } from "../words.ts";

type Row = HomeStatement["terms"][number];

const columnsFor = (area: string, today: string): readonly Column<Row>[] => [
  {
    key: "leader",
    header: "Leader",
    rowHeader: true,
    cell: (row) => <Link href={leaderAddress(area, row.personId)}>{row.name}</Link>,
  },
  { key: "term", header: "Term", cell: (row) => toTerm(row) },
  {
    key: "state",
    header: "Answer",
    cell: (row) => (row.endsOn < today ? "Over" : <SupplyTag state={stateOfTerm(row, today)} />),
  },
  {
    key: "published",
    header: "Published",
    numeric: true,
    cell: (row) => toDayNumber(row.days.published),
  },
  { key: "free", header: "Free", numeric: true, cell: (row) => toDayNumber(row.days.free) },
  {
    key: "promised",
    header: "Promised",
    numeric: true,
    cell: ({ days }) => toDayNumber(days.held + days.committed + days.booked),
  },
  { key: "done", header: "Done", numeric: true, cell: (row) => toDayNumber(row.days.delivered) },
];

function Whole(props: { area: string; statement: HomeStatement }) {
  return (
    <Page
      title="Days given by our leaders"
      caption={props.statement.school.name}
      before={<Breadcrumbs crumbs={[{ text: "Capacity", href: capacityAddress(props.area) }]} />}
    >
      <Table
        caption="By leader and term"
        cards
        rows={props.statement.terms}
        columns={columnsFor(props.area, props.statement.today)}
        empty={<EmptyState title="No leader of this school has said days yet" />}
      />
      <h2 class="govuk-heading-m">Every movement</h2>
      <ListLine text={counted(props.statement.movements.length, "movement")}>
        <Downloads csv={homeFile(props.area, props.statement.school.urn)} />
      </ListLine>
      <MovementTable movements={props.statement.movements} isOfSchool />
    </Page>
  );
}

/** What a home school let go: each leader's terms, and every movement. */
export function HomeDays() {
  const slug = useAreaSlug();
  const params = useParams();
  const query = useHomeStatement(() => ({ area: slug(), urn: Number(params["urn"]) }));
  return (
    <Loaded query={query} what="Loading the statement">
      {(statement) => <Whole area={slug()} statement={statement()} />}
    </Loaded>
  );
}
