import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import { Downloads, EmptyState, Link, Page, Table, type Column } from "../../../ui/index.ts";
import { useDecisions } from "../data.ts";
import { BoardNavigation } from "../parts/board-navigation.tsx";
import { groundWords } from "../words.ts";

type Line = NonNullable<ReturnType<typeof useDecisions>["data"]>[number];

const columnsFor = (area: string): readonly Column<Line>[] => [
  {
    key: "text",
    header: "Decision",
    rowHeader: true,
    cell: (line) => (
      <>
        {line.text}
        <div class="a-small a-quiet">{line.reason}</div>
      </>
    ),
  },
  { key: "ground", header: "Rests on", cell: (line) => groundWords(line.ground) },
  { key: "body", header: "By", cell: (line) => `${line.body}, number ${line.number}` },
  {
    key: "on",
    header: "On",
    cell: (line) => (
      <Link href={inArea(area, `/board/meetings/${line.meetingId}`)}>{toDateWords(line.on)}</Link>
    ),
  },
];

/** What the boards have decided, why, and on what ground. */
export function Decisions() {
  const slug = useAreaSlug();
  const decisions = useDecisions(slug);
  return (
    <Page title="Decisions" lead="What the boards have decided, why, and on what ground.">
      <BoardNavigation area={slug()} />
      <Loaded query={decisions} what="Loading the decisions">
        {(list) => (
          <>
            <Table
              caption="Decisions"
              captionHidden
              rows={list()}
              columns={columnsFor(slug())}
              empty={<EmptyState title="Nothing has been decided yet" />}
            />
            <p class="govuk-body a-small">
              <Downloads
                csv={`/files/areas/${slug()}/boards/decisions.csv`}
                about="of the decisions"
              />
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
}
