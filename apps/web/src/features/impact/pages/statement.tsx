import { useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  Downloads,
  Breadcrumbs,
  counted,
  EmptyState,
  ListLine,
  Page,
  Table,
  type Column,
} from "../../../ui/index.ts";
import { WorkNav } from "../../visit/parts/work-nav.tsx";
import { toLength, toVisitDay } from "../../visit/words.ts";
import { useStatement, type Statement } from "../data.ts";
import { toPounds } from "../words.ts";

type Line = Statement["lines"][number];

const columns: readonly Column<Line>[] = [
  { key: "source", header: "Who pays", rowHeader: true, cell: (line) => line.source },
  { key: "agreed", header: "Agreed", cell: (line) => toLength(line.agreedHalfDays) },
  {
    key: "delivered",
    header: "Given",
    cell: (line) => (line.deliveredHalfDays === 0 ? "none" : toLength(line.deliveredHalfDays)),
  },
  { key: "rate", header: "A day", cell: (line) => toPounds(line.pencePerDay) },
  { key: "sum", header: "To pay", cell: (line) => toPounds(line.pence) },
  {
    key: "share",
    header: "Of it for brokering",
    cell: (line) => `${toPounds(line.brokeragePence)} (${line.brokerageShare}%)`,
  },
];

const visitColumns: readonly Column<Statement["visits"][number]>[] = [
  { key: "day", header: "Day", rowHeader: true, cell: (visit) => toVisitDay(visit.date) },
  { key: "length", header: "Length", cell: (visit) => toLength(visit.halfDays) },
];

/** What each source of funding owes for the days that were given. */
export function StatementOfWork() {
  const slug = useAreaSlug();
  const params = useParams();
  const id = () => params["deployment"] ?? "";
  const query = useStatement(() => ({ area: slug(), id: id() }));
  return (
    <Loaded query={query} what="Loading the statement">
      {(statement) => (
        <Page
          title={`${statement().leader} for ${statement().school.name}`}
          caption="Statement"
          before={
            <Breadcrumbs crumbs={[{ text: "Deployments", href: inArea(slug(), "/deployments") }]} />
          }
        >
          <WorkNav area={slug()} deployment={id()} current="statement" />
          <ListLine
            text={`${toPounds(statement().pence)} for ${counted(statement().visits.length, "visit")} so far`}
          >
            <Downloads csv={`/files${inArea(slug(), `/deployments/${id()}/statement.csv`)}`} />
          </ListLine>
          <Show
            when={statement().lines.length > 0}
            fallback={<EmptyState title="Nothing is agreed yet" />}
          >
            <Table caption="To pay, by source" columns={columns} rows={statement().lines} />
          </Show>
          <Show when={statement().visits.length > 0}>
            <Table caption="Visits that count" columns={visitColumns} rows={statement().visits} />
          </Show>
        </Page>
      )}
    </Loaded>
  );
}
