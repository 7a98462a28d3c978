import { daysBetween, londonDateOf } from "@alongside/domain/calendar";
import type { IsoDate } from "@alongside/domain/school";
import { Show } from "solid-js";
import { toDateWords } from "../../../lib/words.ts";
import { Clock, Link, Table, Tag, type Column } from "../../../ui/index.ts";
import { visitAddress } from "../addresses.ts";
import type { VisitPlan } from "../data.ts";
import { stateColours, stateWords, toLength, toVisitDay } from "../words.ts";

type Line = VisitPlan["visits"][number];

const columnsFor = (area: string, today: IsoDate): readonly Column<Line>[] => [
  {
    key: "visit",
    header: "Visit",
    rowHeader: true,
    cell: (line) => (
      <>
        <Link href={visitAddress(area, line.id)}>{toVisitDay(line.date)}</Link>
        <div class="a-quiet a-small">{`${line.startsAt}, ${toLength(line.halfDays)}`}</div>
      </>
    ),
  },
  {
    key: "who",
    header: "Who and where",
    cell: (line) => (
      <>
        <div>{line.leader.name}</div>
        <div class="a-quiet a-small">{line.school.name}</div>
      </>
    ),
  },
  {
    key: "stage",
    header: "Stage",
    cell: (line) => (
      <>
        <Tag colour={stateColours[line.state]}>{stateWords[line.state]}</Tag>
        <Show when={line.date < today ? line.noteDue : null}>
          {(due) => (
            <div>
              <Clock
                what="Record"
                days={daysBetween(today, londonDateOf(due()))}
                on={toDateWords(due())}
              />
            </div>
          )}
        </Show>
      </>
    ),
  },
];

/** Visits with the day, who and where, and what is awaited. */
export function VisitTable(props: {
  area: string;
  today: IsoDate;
  caption: string;
  visits: readonly Line[];
}) {
  return (
    <Show when={props.visits.length > 0}>
      <Table
        caption={props.caption}
        columns={columnsFor(props.area, props.today)}
        rows={props.visits}
      />
    </Show>
  );
}
