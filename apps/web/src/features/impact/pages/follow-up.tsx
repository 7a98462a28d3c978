import { sustainedAnswers, type Sustained } from "@alongside/domain/impact";
import { api } from "../../../lib/api.ts";
import { createChecking } from "../../../lib/checking.ts";
import { Radios, TextArea } from "../../../ui/index.ts";
import { useImpactAct, type Impact } from "../data.ts";
import { CheckedFormPage, useBack, WithImpact } from "../parts/form-page.tsx";
import { sustainedWords } from "../words.ts";

const choices = sustainedAnswers.map((value) => ({ value, label: sustainedWords[value] }));
const still = "Is the change still there?";
const shows = "What shows it?";
const nothing: { readonly sustained: Sustained | ""; readonly comment: string } = {
  sustained: "",
  comment: "",
};

function Answering(props: { area: string; impact: Impact }) {
  const act = useImpactAct();
  const { done } = useBack(() => ({ area: props.area, id: props.impact.id }));
  const checking = createChecking({
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
  const { form } = checking;
  const rows = () => {
    const { sustained, comment } = form.values();
    return [
      { term: still, value: sustained === "" ? "" : sustainedWords[sustained] },
      { term: shows, value: <span class="a-words">{comment}</span> },
    ];
  };
  return (
    <CheckedFormPage
      {...props}
      title="Has it lasted?"
      lead="Two terms after the end: what of it is still there?"
      checking={checking}
      submitLabel="Send the answer"
      checkLead="It stays on record beside what both sides said at the end, and cannot be changed."
      rows={rows()}
    >
      <Radios {...form.field("sustained")} label={still} choices={choices} />
      <TextArea {...form.field("comment")} label={shows} limit={2000} />
    </CheckedFormPage>
  );
}

/** Two terms on, the school says what is still there. */
export function FollowUp() {
  return <WithImpact>{(shown) => <Answering {...shown()} />}</WithImpact>;
}
