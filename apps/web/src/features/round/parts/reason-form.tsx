import { announce, createForm, Form, TextArea } from "../../../ui/index.ts";
import { useRoundAct } from "../data.ts";

/** What is done to a round with a reason and nothing else: dropped, or taken back from its panel. */
export function ReasonForm(props: {
  label: string;
  hint?: string;
  submitLabel: string;
  /** Said aloud once it is done. */
  done: string;
  act: (reason: string) => Promise<unknown>;
}) {
  const act = useRoundAct();
  const form = createForm({
    initial: { reason: "" },
    check: ({ reason }) => ({ reason: reason.trim() === "" ? "Enter a reason" : undefined }),
    submit: async ({ reason }) => {
      const outcome = await act(() => props.act(reason));
      if (outcome.done) announce(props.done);
      return outcome;
    },
  });
  return (
    <Form form={form} submitLabel={props.submitLabel}>
      <TextArea label={props.label} hint={props.hint} limit={500} {...form.field("reason")} />
    </Form>
  );
}
