import { useLocation } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toMomentWords } from "../../../lib/words.ts";
import {
  Columns,
  Filtered,
  InsetText,
  Page,
  StatTile,
  type FilterGroup,
} from "../../../ui/index.ts";
import { isFigureId, questionOf } from "../address.ts";
import { useBoard, type Board as BoardData } from "../data.ts";
import { BoardFigure } from "../parts/figure.tsx";
import { cellOf } from "@alongside/domain/board";

const groupsOf = ({ zones }: BoardData): readonly FilterGroup[] => [
  {
    kind: "one",
    name: "zone",
    label: "Zone",
    choices: zones.map(({ id, name }) => ({ value: id, label: name })),
  },
  {
    kind: "one",
    name: "group",
    label: "Phase",
    choices: [
      { value: "primary", label: "Primary" },
      { value: "secondary", label: "Secondary" },
      { value: "special", label: "Special" },
    ],
  },
];

function Headline(props: { board: BoardData }) {
  const text = (id: string, row: string, column: string) => {
    const figure = props.board.figures.find((each) => each.id === id);
    return figure === undefined ? "–" : cellOf(figure, row, column).text;
  };
  return (
    <Columns kind="tiles">
      <StatTile label="Needs that wait" value={text("needs-by-zone", "all", "all")} />
      <StatTile label="Median days to match" value={text("time-to-match", "all", "median")} />
      <StatTile label="Days delivered" value={text("days-by-stage", "all", "delivered")} />
      <StatTile label="Objectives met" value={text("objectives", "all", "met")} />
    </Columns>
  );
}

function Figures(props: { board: BoardData; area: string; search: string }) {
  return (
    <For each={props.board.figures}>
      {(figure) => (
        <Show when={isFigureId(figure.id) ? figure.id : undefined}>
          {(id) => (
            <BoardFigure
              id={id()}
              figure={figure}
              board={props.board}
              area={props.area}
              question={questionOf(props.search)}
            />
          )}
        </Show>
      )}
    </For>
  );
}

/** The improvement board's page: is the right support reaching the right schools, is it working, where are the gaps, what does it cost. */
export function Board() {
  const slug = useAreaSlug();
  const location = useLocation();
  const query = useBoard(() => ({ area: slug(), ...questionOf(location.search) }));
  return (
    <Page
      title="Improvement board"
      lead="Is the right support reaching the right schools, is it working, and where are the gaps?"
    >
      <Loaded query={query} what="Working the figures out">
        {(board) => (
          <>
            <p class="govuk-body a-quiet">{`As it stood at ${toMomentWords(board().asOf)}.`}</p>
            <Headline board={board()} />
            <Show
              when={board().isExact}
              fallback={
                <>
                  <InsetText>
                    Numbers that are made of 1 to 5 schools or leaders are hidden, and so are those
                    from which they could be worked out.
                  </InsetText>
                  <Figures board={board()} area={slug()} search="" />
                </>
              }
            >
              <Filtered groups={groupsOf(board())} search={location.search}>
                <Figures board={board()} area={slug()} search={location.search} />
              </Filtered>
            </Show>
          </>
        )}
      </Loaded>
    </Page>
  );
}
