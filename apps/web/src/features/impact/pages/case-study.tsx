import { untrack } from "solid-js";
import { api } from "../../../lib/api.ts";
import { Check, createForm, TextArea, TextField } from "../../../ui/index.ts";
import { useImpactAct, type Impact } from "../data.ts";
import { FormPage, useBack, WithImpact } from "../parts/form-page.tsx";

const missing = (text: string, sentence: string) => (text.trim() === "" ? sentence : undefined);

function Writing(props: { area: string; impact: Impact }) {
  const act = useImpactAct();
  const { done } = useBack(() => ({ area: props.area, id: props.impact.id }));
  const form = createForm({
    initial: untrack(() => {
      const study = props.impact.caseStudy;
      return {
        title: study?.title ?? "",
        challenge: study?.challenge ?? "",
        support: study?.support ?? "",
        difference: study?.difference ?? "",
        namesSchool: study?.namesSchool ?? false,
      };
    }),
    check: ({ title, challenge, support, difference }) => ({
      title: missing(title, "Enter a title"),
      challenge: missing(challenge, "Say what the school wanted to change"),
      support: missing(support, "Say what was done"),
      difference: missing(difference, "Say what is different"),
    }),
    submit: async (answers) => {
      const version = props.impact.caseStudy?.version ?? 0;
      const given = { area: props.area, id: props.impact.id, version, ...answers };
      const outcome = await act(() => api.impact.writeCaseStudy.mutate(given));
      if (outcome.done) done("The case study waits for both sides to agree");
      return outcome;
    },
  });
  return (
    <FormPage
      {...props}
      title="Case study"
      lead="Nobody else reads it before the school and the leader have both agreed to these very words."
      form={form}
      submitLabel="Ask both sides to agree"
    >
      <TextField {...form.field("title")} label="Title" />
      <TextArea
        {...form.field("challenge")}
        label="What did the school want to change?"
        limit={2000}
      />
      <TextArea {...form.field("support")} label="What was done?" limit={2000} />
      <TextArea {...form.field("difference")} label="What is different now?" limit={2000} />
      <Check {...form.field("namesSchool")} label="Name the school" />
    </FormPage>
  );
}

/** What others may learn from, written for both sides to agree to. */
export function WriteStudy() {
  return <WithImpact>{(shown) => <Writing {...shown()} />}</WithImpact>;
}
