import { boardSections, cellOf, outcomeFinding } from "@alongside/domain/board";
import { useLocation } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toMomentWords } from "../../../lib/words.ts";
import {
  Columns,
  figure as toFigure,
  Filtered,
  InsetText,
  Page,
  StatTile,
  Table,
  type Column,
  type FilterGroup,
} from "../../../ui/index.ts";
import { questionOf } from "../address.ts";
import { useBoard, type Board as BoardData } from "../data.ts";
import { BoardNavigation } from "../../meeting/parts/board-navigation.tsx";
import { BoardSections } from "../parts/sections.tsx";

const groupsOf = ({ zones, terms, groups }: BoardData): readonly FilterGroup[] => [
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
  {
    kind: "one",
    name: "term",
    label: "Term",
    choices: terms.map(({ id, name }) => ({ value: id, label: name })),
  },
  {
    kind: "one",
    name: "body",
    label: "Area group",
    choices: groups.map(({ id, name }) => ({ value: id, label: name })),
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

const outcomesSection = { id: "outcomes", title: "Outcomes against the baseline" };

/** What became of published measures, each with its interval: indicative, not proof. */
function Outcomes(props: { board: BoardData }) {
  return (
    <section class="a-board-section" id={outcomesSection.id}>
      <h2 class="govuk-heading-l">{outcomesSection.title}</h2>
      <h3 class="govuk-heading-m">
        {props.board.outcomes.length === 0
          ? "No published results lie on both sides of any support yet"
          : "Schools with support, beside schools alike that had none"}
      </h3>
      <p class="govuk-body a-quiet">
        The change of a published measure at schools that had support for it, less the change at
        schools alike, with its interval of 95%. Indicative, not proof: support is not given by lot.
      </p>
      <Show when={props.board.outcomes.length > 0}>
        <Table
          caption="Outcomes against the baseline, beside schools alike"
          captionHidden
          cards
          rows={props.board.outcomes}
          columns={outcomeColumns}
        />
      </Show>
    </section>
  );
}

const signed = (value: number) => `${value > 0 ? "+" : ""}${toFigure(Math.round(value * 10) / 10)}`;

const outcomeColumns: readonly Column<BoardData["outcomes"][number]>[] = [
  { key: "measure", header: "Measure", rowHeader: true, cell: outcomeFinding },
  {
    key: "years",
    header: "Years",
    cell: ({ baselineYear, afterYear }) => `${baselineYear} to ${afterYear}`,
  },
  {
    key: "effect",
    header: "Difference",
    numeric: true,
    cell: ({ effect }) => (effect === null ? "hidden" : signed(effect.value)),
  },
  {
    key: "interval",
    header: "Interval",
    numeric: true,
    cell: ({ effect }) =>
      effect === null ? "hidden" : `${signed(effect.low)} to ${signed(effect.high)}`,
  },
  {
    key: "schools",
    header: "Schools, and those alike",
    numeric: true,
    cell: ({ schools, matched }) =>
      schools === null ? "hidden" : `${schools}, and ${matched ?? 0}`,
  },
];

function Figures(props: { board: BoardData; area: string; search: string }) {
  return (
    <>
      <nav class="a-board-contents" aria-label="On this page">
        <For each={[...boardSections, outcomesSection]}>
          {({ id, title }) => (
            <a class="govuk-link" href={`#${id}`}>
              {title}
            </a>
          )}
        </For>
      </nav>
      <BoardSections
        figures={props.board.figures}
        board={props.board}
        area={props.area}
        question={questionOf(props.search)}
      />
      <Outcomes board={props.board} />
    </>
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
      <BoardNavigation area={slug()} />
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
                    from which they could be worked out. The figures are renewed once a week, with
                    the first look in it, so that two looks do not tell what came between them.
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
