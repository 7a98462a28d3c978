import { Show } from "solid-js";
import { EmptyState, Link, Table, type Column } from "../../../ui/index.ts";
import { leaderAddress } from "../addresses.ts";
import type { CapacityChoices, SupplyLine } from "../data.ts";
import { labelOf, shortKind, toDayNumber, toGoodUntil } from "../words.ts";
import { SupplyTag } from "./state-tag.tsx";

type Shown = { area: string; choices: CapacityChoices; leaders: readonly SupplyLine[] };

const mostAreas = 3;

/** The first few areas, and how many more there are. */
const areasOf = (choices: CapacityChoices, line: SupplyLine): string => {
  const areas = line.line?.supply.areas ?? [];
  const words = areas
    .slice(0, mostAreas)
    .map(({ area }) => labelOf(choices.lists["expertise"], area))
    .join(", ");
  return areas.length > mostAreas ? `${words} and ${areas.length - mostAreas} more` : words;
};

/** `6 of 10`, on one line; of a maybe only what it might be. */
const daysOf = ({ line, days, state }: SupplyLine): string => {
  if (line === null) return "";
  return state === "maybe"
    ? `${toDayNumber(line.supply.halfDays)}?`
    : `${toDayNumber(days.free)}\u00a0of\u00a0${toDayNumber(days.published)}`;
};

const columnsFor = (shown: Shown): readonly Column<SupplyLine>[] => [
  {
    key: "name",
    header: "Leader",
    rowHeader: true,
    cell: (line) => (
      <>
        <Link href={leaderAddress(shown.area, line.personId)}>{line.name}</Link>
        <div class="a-quiet">
          {`${shortKind(shown.choices.lists["designation"], line.kind)}, ${line.homeSchool}`}
        </div>
      </>
    ),
  },
  {
    key: "state",
    header: "Answer",
    cell: (line) => (
      <>
        <SupplyTag state={line.state} />
        <Show when={!line.isDesignated}>
          <div class="a-quiet">No designation in force</div>
        </Show>
      </>
    ),
  },
  {
    key: "free",
    header: "Free days",
    numeric: true,
    cell: daysOf,
  },
  {
    key: "areas",
    header: "Expertise",
    cell: (line) => areasOf(shown.choices, line),
  },
  {
    key: "good",
    header: "Good until",
    cell: (line) => toGoodUntil(line.line?.goodUntil ?? null),
  },
];

/** Leaders with what they give; the same table for an area, a home school and an organisation. */
export function SupplyTable(props: Shown) {
  return (
    <Table
      caption="Leaders and their days"
      captionHidden
      rows={props.leaders}
      columns={columnsFor(props)}
      empty={
        <EmptyState title="No leader fits these filters">
          <p class="govuk-body">Take a filter away, or look at another term.</p>
        </EmptyState>
      }
    />
  );
}
