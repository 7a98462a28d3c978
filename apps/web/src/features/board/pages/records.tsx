import { useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { figureWords, partWord } from "@alongside/domain/board";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  BackLink,
  counted,
  figure as toFigure,
  Link,
  Page,
  Table,
  type Column,
} from "../../../ui/index.ts";
import { placeOf, questionOf, searchOf } from "../address.ts";
import { useBoard, useBoardRecords, type BoardRecords, type Place } from "../data.ts";

type Line = BoardRecords["rows"][number];

const addressOf = ({ kind, id }: Line): string =>
  ({
    need: `/needs/${id}`,
    work: `/deployments/${id}`,
    supply: `/leaders/${id}`,
    conflict: `/conflicts/${id}`,
  })[kind];

const whoWords = { need: "School", work: "Leader", supply: "Term", conflict: "Leader" } as const;
const dayWords = {
  need: "Days asked for",
  work: "Days delivered",
  supply: "Days free",
} as const;

const columnsFor = (
  area: string,
  kind: Line["kind"],
  word: (part: string) => string,
): readonly Column<Line>[] => [
  {
    key: "record",
    header: { need: "Need", work: "School", supply: "Leader", conflict: "School" }[kind],
    rowHeader: true,
    cell: (line) => <Link href={inArea(area, addressOf(line))}>{line.title}</Link>,
  },
  { key: "who", header: whoWords[kind], cell: (line) => word(line.who) },
  { key: "state", header: "State", cell: (line) => word(line.state) },
  ...(kind === "conflict"
    ? []
    : [
        {
          key: "days",
          header: dayWords[kind],
          numeric: true,
          cell: (line: Line) => toFigure(line.halfDays / 2),
        },
      ]),
];

function Records(props: { place: Place; area: string; search: string }) {
  const question = () => questionOf(props.search);
  const query = useBoardRecords(() => ({ area: props.area, ...question(), ...props.place }));
  const board = useBoard(() => ({ area: props.area, ...question() }));
  const word = (part: string) => partWord(part, board.data ?? { zones: [], areas: [], terms: [] });
  const title = () => figureWords[props.place.figure].title;
  return (
    <Page
      title={title()}
      lead={`${word(props.place.row)}, ${word(props.place.column).toLowerCase()}`}
      before={
        <BackLink href={inArea(props.area, `/board${searchOf(question())}`)}>The board</BackLink>
      }
    >
      <Loaded query={query} what="Loading the records">
        {(found) => (
          <>
            <Table
              caption={title()}
              captionHidden
              search=""
              rows={found().rows}
              columns={columnsFor(props.area, found().rows[0]?.kind ?? "need", word)}
            />
            <Show when={found().elsewhere > 0}>
              <p class="govuk-body">
                {`${counted(found().elsewhere, "record")} of zones that are not yours: counted, not shown.`}
              </p>
            </Show>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** The records behind one number of the board. */
export function BoardRecordsPage() {
  const slug = useAreaSlug();
  const location = useLocation();
  return (
    <Show when={placeOf(location.search)} fallback={<NotFound />}>
      {(place) => <Records place={place()} area={slug()} search={location.search} />}
    </Show>
  );
}
