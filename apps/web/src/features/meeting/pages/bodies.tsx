import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  ButtonRow,
  EmptyState,
  Link,
  LinkButton,
  Page,
  Table,
  type Column,
} from "../../../ui/index.ts";
import { useBodies, type BoardList } from "../data.ts";
import { BoardNavigation } from "../parts/board-navigation.tsx";
import { kindWords } from "../words.ts";

type Line = BoardList["bodies"][number];
type Meeting = Line["next"];

const meetingCell = (area: string, meeting: Meeting) =>
  meeting === null ? (
    "None"
  ) : (
    <Link href={inArea(area, `/board/meetings/${meeting.id}`)}>{toDateWords(meeting.date)}</Link>
  );

const columnsFor = (area: string): readonly Column<Line>[] => [
  {
    key: "name",
    header: "Body",
    rowHeader: true,
    cell: (line) => (
      <>
        <Link href={inArea(area, `/board/bodies/${line.id}`)}>{line.name}</Link>
        <div class="a-small a-quiet">{`${kindWords[line.kind]}, for ${line.remit}`}</div>
      </>
    ),
  },
  { key: "chair", header: "Chair", cell: (line) => line.chair ?? "Nobody" },
  { key: "members", header: "Members", numeric: true, cell: (line) => String(line.members) },
  { key: "last", header: "Last meeting", cell: (line) => meetingCell(area, line.last) },
  { key: "next", header: "Next meeting", cell: (line) => meetingCell(area, line.next) },
];

/** The boards and groups of an area that its reader may read. */
export function Bodies() {
  const slug = useAreaSlug();
  const bodies = useBodies(slug);
  return (
    <Page
      title="Boards and groups"
      lead="Who looks at what the partnership does, when they meet, and what they have decided."
    >
      <BoardNavigation area={slug()} />
      <Loaded query={bodies} what="Loading the boards">
        {(list) => (
          <>
            <Table
              caption="Boards and groups"
              captionHidden
              search=""
              rows={list().bodies}
              columns={columnsFor(slug())}
              empty={<EmptyState title="No board has been set up yet" />}
            />
            <Show when={list().mayAdd}>
              <ButtonRow>
                <LinkButton href={inArea(slug(), "/board/bodies/new")}>
                  Add a board or a group
                </LinkButton>
              </ButtonRow>
            </Show>
          </>
        )}
      </Loaded>
    </Page>
  );
}
