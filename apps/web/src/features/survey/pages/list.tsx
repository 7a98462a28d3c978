import { toYearWords } from "@alongside/domain/calendar";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  ButtonRow,
  counted,
  EmptyState,
  Link,
  LinkButton,
  ListLine,
  Page,
  Table,
  Tag,
  type Column,
} from "../../../ui/index.ts";
import { useSurveys, type Surveys } from "../data.ts";
import { stageColours, stageWords, toSpanWords } from "../words.ts";

type Line = Surveys["surveys"][number];

const columnsIn = (area: string, heads: number): readonly Column<Line>[] => [
  {
    key: "year",
    header: "Year",
    rowHeader: true,
    cell: (line) => (
      <Link
        href={inArea(area, `/surveys/${line.id}`)}
      >{`${toYearWords(line.academicYear)}: ${line.title}`}</Link>
    ),
  },
  {
    key: "stage",
    header: "State",
    cell: (line) => <Tag colour={stageColours[line.stage]}>{stageWords[line.stage]}</Tag>,
  },
  { key: "dates", header: "Answered", cell: toSpanWords },
  {
    key: "answers",
    header: "Answers",
    cell: ({ stage, answers }) => (stage === "running" ? `${answers} of ${heads}` : answers),
  },
];

/** The surveys of an area, for those who write them. */
export function SurveyList() {
  const slug = useAreaSlug();
  const surveys = useSurveys(slug);
  return (
    <Page
      title="Yearly survey"
      lead="Once a year heads say how the partnership keeps its commitments."
    >
      <Loaded query={surveys} what="Loading the surveys">
        {(known) => (
          <>
            <Show when={!known().hasThisYears}>
              <ButtonRow>
                <LinkButton href={inArea(slug(), "/surveys/new")}>
                  {`Write the survey of ${toYearWords(known().academicYear)}`}
                </LinkButton>
              </ButtonRow>
            </Show>
            <ListLine text={counted(known().surveys.length, "survey")}>
              <Show when={known().mayReadResults}>
                <Link href={inArea(slug(), "/board/survey")}>Results</Link>
              </Show>
            </ListLine>
            <Table
              caption="Surveys"
              captionHidden
              columns={columnsIn(slug(), known().heads)}
              rows={known().surveys}
              empty={
                <EmptyState title="No survey yet">
                  <p class="govuk-body">Write the first one: next year begins with its words.</p>
                </EmptyState>
              }
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}
