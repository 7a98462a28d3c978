import { sustainedAnswers, type Sustained } from "@alongside/domain/impact";
import { api } from "../../../lib/api.ts";
import { createForm, Radios, TextArea } from "../../../ui/index.ts";
import { useImpactAct, type Impact } from "../data.ts";
import { FormPage, useBack, WithImpact } from "../parts/form-page.tsx";
import { sustainedWords } from "../words.ts";

const choices = sustainedAnswers.map((value) => ({ value, label: sustainedWords[value] }));
const nothing: { readonly sustained: Sustained | ""; readonly comment: string } = {
  sustained: "",
  comment: "",
};

function Answering(props: { area: string; impact: Impact }) {
  const act = useImpactAct();
  const { done } = useBack(() => ({ area: props.area, id: props.impact.id }));
  const form = createForm({
    initial: nothing,
    check: ({ sustained, comment }) => ({
      sustained: sustained === "" ? "Choose one" : undefined,
      comment: comment.trim() === "" ? "Say it in a sentence" : undefined,
    }),
    submit: async ({ sustained, comment }) => {
      if (sustained === "") return { done: false };
      const given = { area: props.area, id: props.impact.id, sustained, comment };
      const outcome = await act(() => api.impact.answerFollowUp.mutate(given));
      if (outcome.done) done("Thank you: your answer was kept");
      return outcome;
    },
  });
  return (
    <FormPage
      {...props}
      title="Has it lasted?"
      lead="Two terms after the end: what of it is still there?"
      form={form}
      submitLabel="Send the answer"
    >
      <Radios {...form.field("sustained")} label="Is the change still there?" choices={choices} />
      <TextArea {...form.field("comment")} label="What shows it?" limit={2000} />
    </FormPage>
  );
}

/** Two terms on, the school says what is still there. */
export function FollowUp() {
  return <WithImpact>{(shown) => <Answering {...shown()} />}</WithImpact>;
}
