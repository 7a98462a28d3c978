import { sides, type Side } from "@alongside/domain/deployment";
import { evaluationQuestions, faultsOfAnswers, scaleWords } from "@alongside/domain/impact";
import { useParams } from "@solidjs/router";
import { For, Show, untrack } from "solid-js";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { createChecking } from "../../../lib/checking.ts";
import { Radios, TextArea, type FormState } from "../../../ui/index.ts";
import { useImpactAct, type Impact } from "../data.ts";
import { toAnswerWords } from "../words.ts";
import { CheckedFormPage, useBack, WithImpact } from "../parts/form-page.tsx";

type Answers = Readonly<Record<string, string>>;

const choices = scaleWords.map((label, index) => ({ value: String(index + 1), label }));

/** Scale answers travel as numbers, the others as they were said. */
const toAnswers = (side: Side, answers: Answers): Record<string, string | number> =>
  Object.fromEntries(
    evaluationQuestions[side]
      .map(({ code, kind }): [string, string | number] => {
        const answer = answers[code] ?? "";
        return [code, kind === "scale" ? Number(answer) : answer.trim()];
      })
      .filter(([, answer]) => answer !== ""),
  );

function Question(props: {
  form: FormState<Answers>;
  question: (typeof evaluationQuestions)[Side][number];
}) {
  const field = () => {
    const { value = "", ...rest } = props.form.field(props.question.code);
    return { ...rest, value };
  };
  return (
    <Show
      when={props.question.kind === "scale"}
      fallback={
        <TextArea
          {...field()}
          label={`${props.question.label}${props.question.isNeeded ? "" : " (optional)"}`}
          limit={2000}
        />
      }
    >
      <Radios {...field()} label={props.question.label} choices={choices} />
    </Show>
  );
}

function Evaluating(props: { area: string; impact: Impact; side: Side }) {
  const act = useImpactAct();
  const { done } = useBack(() => ({ area: props.area, id: props.impact.id }));
  const questions = () => evaluationQuestions[props.side];
  const checking = createChecking<Answers>({
    initial: untrack(() => Object.fromEntries(questions().map(({ code }) => [code, ""]))),
    check: (answers) => faultsOfAnswers(props.side, toAnswers(props.side, answers)) ?? {},
    submit: async (answers) => {
      const { area, side } = props;
      const given = { area, id: props.impact.id, side, answers: toAnswers(side, answers) };
      const outcome = await act(() => api.impact.evaluate.mutate(given));
      if (outcome.done) done("Your evaluation was given");
      return outcome;
    },
  });
  const rows = () =>
    questions().map(({ code, label, kind }) => {
      const answer = checking.form.values()[code];
      const words = toAnswerWords(kind === "scale" ? Number(answer) : answer);
      return { term: label, value: <span class="a-words">{words}</span> };
    });
  return (
    <CheckedFormPage
      area={props.area}
      impact={props.impact}
      title={props.side === "leader" ? "Evaluate as the leader" : "Evaluate as the school"}
      lead="The other side sees your answers once it has given its own, and not before."
      checking={checking}
      submitLabel="Give the evaluation"
      checkLead="They cannot be changed once they are given. The other side sees them once it has given its own."
      rows={rows()}
    >
      <For each={questions()}>
        {(question) => <Question form={checking.form} question={question} />}
      </For>
    </CheckedFormPage>
  );
}

const sideIn = (text: string | undefined): Side | undefined => sides.find((side) => side === text);

/** One side says what came of the work. */
export function EvaluateWork() {
  const params = useParams();
  return (
    <WithImpact>
      {(shown) => (
        <Show when={sideIn(params["side"])} fallback={<NotFound />}>
          {(side) => <Evaluating {...shown()} side={side()} />}
        </Show>
      )}
    </WithImpact>
  );
}
