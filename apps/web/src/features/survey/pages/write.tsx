import { toYearWords } from "@alongside/domain/calendar";
import { useNavigate, useParams } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { BackLink, createForm, Form, Page, TextArea, TextField } from "../../../ui/index.ts";
import { useSurvey, useSurveyAct, useSurveys, type Survey } from "../data.ts";

type Words = Pick<Survey, "title" | "statements" | "question">;
type Answers = { readonly title: string; readonly statements: string; readonly question: string };

const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const toKey = (text: string, at: number): string =>
  `${text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 40)}-${at + 1}`;

/** A line that stood there before keeps its key, so that years can be compared; a new line gets one of its own. */
const statementsOf = (text: string, before: Words["statements"]): Words["statements"] =>
  linesOf(text).map((line, at) => ({
    key: before.find((statement) => statement.text === line)?.key ?? toKey(line, at),
    text: line,
  }));

const check = ({ title, statements, question }: Answers) => ({
  title: title.trim() === "" ? "Enter a title" : undefined,
  statements: linesOf(statements).length === 0 ? "Write one statement or more" : undefined,
  question: question.trim() === "" ? "Enter the question that is answered in words" : undefined,
});

function SurveyForm(props: {
  area: string;
  academicYear: string;
  words: Words | null;
  /** Left out for a new one. */
  survey?: Survey;
}) {
  const act = useSurveyAct();
  const navigate = useNavigate();
  const back = () =>
    inArea(props.area, props.survey === undefined ? "/surveys" : `/surveys/${props.survey.id}`);
  const form = createForm<Answers>({
    initial: untrack(() => ({
      title: props.words?.title ?? "",
      statements: (props.words?.statements ?? []).map(({ text }) => text).join("\n"),
      question: props.words?.question ?? "",
    })),
    check,
    submit: async ({ title, statements: text, question }) => {
      const { area, academicYear, survey } = props;
      const statements = [...statementsOf(text, props.words?.statements ?? [])];
      const given = { area, title, statements, question };
      const saved: { id?: string } = {};
      const outcome = await act(async () => {
        const { id } =
          survey === undefined
            ? await api.survey.write.mutate({ ...given, academicYear })
            : await api.survey.revise.mutate({ ...given, id: survey.id, version: survey.version });
        saved.id = id;
      });
      if (outcome.done && saved.id !== undefined)
        navigate(inArea(props.area, `/surveys/${saved.id}`));
      return outcome;
    },
  });
  return (
    <Page
      title={`The survey of ${toYearWords(props.academicYear)}`}
      lead="Statements are rated on five steps. A statement that is asked again in the same words is compared from year to year."
      before={<BackLink href={back()} />}
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel="Save the draft">
        <TextField label="Title" {...form.field("title")} />
        <TextArea
          label="Statements"
          hint="One in a line, such as ‘We know whom to ask for help’. Six to ten take a head two minutes."
          rows={10}
          {...form.field("statements")}
        />
        <TextField
          label="One question that is answered in words"
          hint="Read by administrators alone, without the name of the school"
          {...form.field("question")}
        />
      </Form>
    </Page>
  );
}

/** This year’s survey, begun with last time’s words. */
export function WriteSurvey() {
  const slug = useAreaSlug();
  const surveys = useSurveys(slug);
  return (
    <Loaded query={surveys} what="Loading the surveys">
      {(known) => (
        <Show when={!known().hasThisYears} fallback={<NotFound />}>
          <SurveyForm area={slug()} academicYear={known().academicYear} words={known().model} />
        </Show>
      )}
    </Loaded>
  );
}

/** The words of a draft, to be changed. */
export function ReviseSurvey() {
  const slug = useAreaSlug();
  const params = useParams();
  const survey = useSurvey(() => ({ area: slug(), id: params["survey"] ?? "" }));
  return (
    <Loaded query={survey} what="Loading the survey">
      {(known) => (
        <Show when={known().may.revise} fallback={<NotFound />}>
          <SurveyForm
            area={slug()}
            academicYear={known().academicYear}
            words={known()}
            survey={known()}
          />
        </Show>
      )}
    </Loaded>
  );
}
