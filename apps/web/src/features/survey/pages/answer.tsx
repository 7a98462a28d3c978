import { toYearWords } from "@alongside/domain/calendar";
import { createEffect, createSignal, For, on, onCleanup, Show, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  createForm,
  EmptyState,
  Form,
  NotificationBanner,
  Page,
  Radios,
  TextArea,
} from "../../../ui/index.ts";
import { useOwnSurvey, useSurveyAct, type OwnSurvey } from "../data.ts";
import { ratingWords } from "../words.ts";

type Survey = NonNullable<OwnSurvey["survey"]>;
type School = OwnSurvey["schools"][number];
type Answers = Readonly<Record<string, string>>;
type Shown = { area: string; survey: Survey; school: School };

const ratingOf = (text: string | undefined) =>
  ([1, 2, 3, 4, 5] as const).find((rating) => String(rating) === text);

/** A head of several schools has a form for each: their fields are told apart by the school. */
const fieldOf = (school: School, key: string): string => `${key}-of-${school.urn}`;
const wordsField = (school: School): string => fieldOf(school, "words");

const answersFrom = ({ survey, school }: Shown): Answers =>
  Object.fromEntries([
    ...survey.statements.map(({ key }) => [
      fieldOf(school, key),
      String(school.ratings[key] ?? ""),
    ]),
    [wordsField(school), school.words],
  ]);

const ratingsIn = ({ survey, school }: Shown, answers: Answers) =>
  Object.fromEntries(
    survey.statements.flatMap(({ key }) => {
      const rating = ratingOf(answers[fieldOf(school, key)]);
      return rating === undefined ? [] : [[key, rating] as const];
    }),
  );

const restOfKeeping = 800;

const keptWords = {
  idle: "",
  kept: "Kept. You can go on later.",
  lost: "Not kept: check your connection. Your answers are still here.",
} as const;

/** Keeps what is answered so far, a moment after the last touch, one request after the other; not once the answer was sent. */
const createKeeping = (props: Shown, answers: () => Answers) => {
  const [version, setVersion] = createSignal(untrack(() => props.school.version));
  const [state, setState] = createSignal<keyof typeof keptWords>("idle");
  let last: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const request = () => ({
    area: props.area,
    id: props.survey.id,
    urn: props.school.urn,
    version: version(),
    ratings: ratingsIn(props, answers()),
    words: answers()[wordsField(props.school)] ?? "",
  });
  const keep = async () => {
    try {
      setVersion((await api.survey.keep.mutate(request())).version);
      setState("kept");
    } catch {
      setState("lost");
    }
  };
  const stop = () => clearTimeout(timer);
  const flush = () => {
    stop();
    return last;
  };
  createEffect(
    on(
      answers,
      () => {
        if (props.school.sentAt !== null) return;
        stop();
        timer = setTimeout(() => {
          last = last.then(keep);
        }, restOfKeeping);
      },
      { defer: true },
    ),
  );
  onCleanup(stop);
  return { request, flush, state, setVersion };
};

function OneSchool(props: Shown & { isOne: boolean }) {
  const act = useSurveyAct();
  const [isSent, setSent] = createSignal(false);
  const form = createForm<Answers>({
    initial: untrack(() => answersFrom(props)),
    check: (answers) =>
      Object.fromEntries(
        props.survey.statements.flatMap(({ key }) =>
          ratingOf(answers[fieldOf(props.school, key)]) === undefined
            ? [[fieldOf(props.school, key), "Choose one of the five"]]
            : [],
        ),
      ),
    submit: async () => {
      await keeping.flush();
      const outcome = await act(async () => {
        keeping.setVersion((await api.survey.send.mutate(keeping.request())).version);
      });
      setSent(outcome.done);
      return outcome;
    },
  });
  const keeping = createKeeping(props, form.values);
  return (
    <section>
      <Show when={!props.isOne}>
        <h2 class="govuk-heading-l">{props.school.name}</h2>
      </Show>
      <Show when={isSent() || props.school.sentAt !== null}>
        <NotificationBanner
          kind={isSent() ? "success" : "note"}
          title="Thank you: your answer was sent"
        >
          <p class="govuk-body">
            {`You can change it and send it again until ${toDateWords(props.survey.closesOn ?? "")}.`}
          </p>
        </NotificationBanner>
      </Show>
      <Form
        form={form}
        submitLabel={props.school.sentAt === null ? "Send the answer" : "Send it again"}
        label={props.school.name}
      >
        <For each={props.survey.statements}>
          {({ key, text }) => (
            <Radios
              label={text}
              small
              choices={ratingWords.map(({ value, label }) => ({ value, label }))}
              {...form.field(fieldOf(props.school, key))}
            />
          )}
        </For>
        <TextArea
          label={props.survey.question}
          hint="Optional. Administrators read it without your name or school."
          limit={2000}
          {...form.field(wordsField(props.school))}
        />
        <p class="govuk-body a-quiet a-small" role="status">
          {keptWords[keeping.state()]}
        </p>
      </Form>
    </section>
  );
}

/** The survey, for a head with a phone and two minutes. */
export function AnswerSurvey() {
  const slug = useAreaSlug();
  const own = useOwnSurvey(slug);
  return (
    <Loaded query={own} what="Loading the survey">
      {(known) => (
        <Show
          when={known().survey}
          fallback={
            <Page title="Yearly survey">
              <EmptyState title="There is nothing to answer now">
                <p class="govuk-body">
                  Heads are asked once a year how the partnership keeps its commitments. You get a
                  mail when it begins.
                </p>
              </EmptyState>
            </Page>
          }
        >
          {(survey) => (
            <Page
              title={survey().title}
              caption={`Survey of ${toYearWords(survey().academicYear)}, until ${toDateWords(survey().closesOn ?? "")}`}
              lead="About two minutes. Nobody sees what a single school answered: numbers of fewer than six heads are shown to nobody."
            >
              <div class="a-write">
                <For each={known().schools}>
                  {(school) => (
                    <OneSchool
                      area={slug()}
                      survey={survey()}
                      school={school}
                      isOne={known().schools.length === 1}
                    />
                  )}
                </For>
              </div>
            </Page>
          )}
        </Show>
      )}
    </Loaded>
  );
}
