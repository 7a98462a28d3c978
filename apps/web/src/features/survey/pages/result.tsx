import { toYearWords } from "@alongside/domain/calendar";
import { useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  Details,
  Downloads,
  EmptyState,
  Filtered,
  InsetText,
  Page,
  StackedBar,
  Table,
  type Column,
} from "../../../ui/index.ts";
import { BoardNavigation } from "../../meeting/parts/board-navigation.tsx";
import { useSurveyResult, type ShownSurvey, type SurveyResult } from "../data.ts";
import { cellAt, opinions, opinionWords, stackOf, wholeGroup } from "../stack.ts";
import { findingOf, toChangeWords, toGroupWords, toHeadWords, toShareWords } from "../words.ts";

type Shown = { area: string; shown: ShownSurvey };
type Statement = ShownSurvey["statements"][number];
type Group = ShownSurvey["groups"][number];

const toText = (count: number | null | undefined): string =>
  count === null || count === undefined ? "hidden" : String(count);

/** Everyone’s opinions, and how the share of those who agree has moved since the survey before. */
function WholeTable(props: Shown) {
  const share = (key: string) => cellAt(props.shown, key, wholeGroup)?.agreeing ?? null;
  const before = () => props.shown.before;
  const columns = (): readonly Column<Statement>[] => [
    { key: "statement", header: "Statement", rowHeader: true, cell: ({ text }) => text },
    ...opinions.map((opinion) => ({
      key: opinion,
      header: opinionWords[opinion],
      numeric: true,
      cell: ({ key }: Statement) => toText(cellAt(props.shown, key, wholeGroup)?.counts[opinion]),
    })),
    {
      key: "share",
      header: "Agree, %",
      numeric: true,
      cell: ({ key }) => toShareWords(share(key)),
    },
    ...(before() === null
      ? []
      : [
          {
            key: "before",
            header: `In ${toYearWords(before()?.academicYear ?? "")}`,
            numeric: true,
            cell: ({ key }: Statement) => {
              const then = before()?.agreeing[key];
              return then === undefined ? "not asked" : toShareWords(then);
            },
          },
          {
            key: "change",
            header: "Change",
            numeric: true,
            cell: ({ key }: Statement) => toChangeWords(share(key), before()?.agreeing[key]),
          },
        ]),
  ];
  return (
    <Table
      caption="What heads said, and the year before"
      captionHidden
      columns={columns()}
      rows={props.shown.statements}
    />
  );
}

/** Who agrees in each zone, or each phase; those from which a few heads answered are only named. */
function GroupTable(props: Shown & { by: Group["by"]; caption: string }) {
  const groups = () => props.shown.groups.filter(({ by }) => by === props.by);
  const told = () => groups().filter(({ heads }) => heads !== null);
  const few = () => groups().filter(({ heads }) => heads === null);
  const columns = (): readonly Column<Statement>[] => [
    { key: "statement", header: "Statement", rowHeader: true, cell: ({ text }) => text },
    ...told().map((group) => ({
      key: group.name,
      header: `${toGroupWords(group)} (${toHeadWords(group.heads)})`,
      numeric: true,
      cell: ({ key }: Statement) => toShareWords(cellAt(props.shown, key, group)?.agreeing ?? null),
    })),
  ];
  return (
    <>
      <Show when={told().length > 0} fallback={<h2 class="govuk-heading-m">{props.caption}</h2>}>
        <Table caption={props.caption} columns={columns()} rows={props.shown.statements} />
      </Show>
      <Show when={few().length > 0}>
        <p class="govuk-body a-quiet a-small">
          {`Not shown, because the numbers would be small or give small ones away: ${few().map(toGroupWords).join(", ")}.`}
        </p>
      </Show>
    </>
  );
}

function Figures(props: Shown) {
  const heads = () => props.shown.groups.find(({ by }) => by === "all")?.heads ?? null;
  return (
    <>
      <section class="a-board-figure">
        <p class="govuk-caption-m">
          {`Survey of ${toYearWords(props.shown.academicYear)}: ${toHeadWords(heads())} answered${props.shown.closedOn === null ? "" : ` until ${toDateWords(props.shown.closedOn)}`}`}
        </p>
        <StackedBar
          finding={findingOf(props.shown)}
          level={2}
          about="How many heads agree, neither agree nor disagree, and disagree with each statement. What is hidden is drawn as one."
          of="Statement"
          parts={[...opinions.map((opinion) => opinionWords[opinion]), "Hidden"]}
          rest={opinions.length}
          stacks={props.shown.statements.map((statement) => stackOf(props.shown, statement))}
          table={<WholeTable {...props} />}
        />
        <p class="govuk-body a-small">
          <Downloads csv={`/files/areas/${props.area}/board-survey.csv?survey=${props.shown.id}`} />
        </p>
      </section>
      <section class="a-board-figure">
        <GroupTable {...props} by="zone" caption="Heads who agree, by zone" />
        <GroupTable {...props} by="phase" caption="Heads who agree, by phase" />
      </section>
    </>
  );
}

const filtersOf = ({ surveys }: SurveyResult) =>
  [
    {
      kind: "one",
      name: "survey",
      label: "Year",
      choices: surveys.map(({ id, academicYear }) => ({
        value: id,
        label: toYearWords(academicYear),
      })),
    },
  ] as const;

/** What heads said of the partnership’s commitments. */
export function ResultPage() {
  const slug = useAreaSlug();
  const location = useLocation();
  const id = () => new URLSearchParams(location.search).get("survey") || undefined;
  const result = useSurveyResult(() => ({ area: slug(), id: id() }));
  return (
    <Page
      title="Yearly survey"
      lead="Does the partnership keep its word, in the eyes of its heads?"
    >
      <BoardNavigation area={slug()} />
      <Loaded query={result} what="Counting the answers">
        {(known) => (
          <Show
            when={known().shown}
            fallback={
              <EmptyState title="No results yet">
                <p class="govuk-body">They are shown once a survey is over.</p>
              </EmptyState>
            }
          >
            {(shown) => (
              <Filtered groups={filtersOf(known())} search={location.search}>
                <Details summary="Why some numbers are hidden">
                  <InsetText>
                    Numbers of 1 to 5 heads are hidden from everybody, the partnership’s staff too,
                    and so are those from which they could be worked out.
                  </InsetText>
                </Details>
                <Figures area={slug()} shown={shown()} />
              </Filtered>
            )}
          </Show>
        )}
      </Loaded>
    </Page>
  );
}
