import { readersOf, type Stage } from "@alongside/domain/concern";
import { Show, untrack } from "solid-js";
import { api } from "../../../lib/api.ts";
import {
  announce,
  createForm,
  DateTextField,
  Form,
  isoOfText,
  Radios,
  Select,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import { useConcernAct, type ConcernPage } from "../data.ts";
import { letterBeginning, stageHints, stageWords } from "../words.ts";

type Writing = { area: string; concern: ConcernPage; stage: Stage };
type Answers = {
  readonly reason: string;
  readonly letter: string;
  readonly replyBy: string;
  readonly way: "mail" | "other";
  readonly head: string;
  readonly chair: string;
};

const ways = [
  {
    value: "mail",
    label: "By e-mail, from here",
    hint: "It goes out at once. Whether it arrived is shown beside it.",
  },
  {
    value: "other",
    label: "On paper, or from my own mail",
    hint: "Nothing is sent from here. What it says is kept.",
  },
] as const;

const addressHints = {
  head: "The head of the school",
  chair: "The chair of governors; of an academy, the chair of its trust",
} as const;

const createLetterForm = (props: Writing) => {
  const act = useConcernAct();
  const initial = untrack((): Answers => ({
    reason: "",
    letter: letterBeginning(props.stage, props.concern.school.name),
    replyBy: "",
    way: "mail",
    head: props.concern.headEmail ?? "",
    chair: "",
  }));
  const asksChair = () => readersOf(props.stage).includes("chair");
  return createForm({
    initial,
    check: (given) => {
      const isMailed = given.way === "mail";
      return {
        reason: given.reason === "" ? "Choose a reason" : undefined,
        letter: given.letter.trim() === "" ? "Write the letter" : undefined,
        replyBy:
          isoOfText(given.replyBy) === undefined ? "Enter a day, such as 31 3 2027" : undefined,
        head:
          isMailed && given.head.trim() === "" ? "Enter the e-mail address of the head" : undefined,
        chair:
          isMailed && asksChair() && given.chair.trim() === ""
            ? "Enter the e-mail address of the chair of governors or the trust"
            : undefined,
      };
    },
    submit: async ({ reason, letter, replyBy, way, head, chair }) => {
      const { area, stage } = props;
      const { id, version } = props.concern;
      const to = way === "mail" ? { to: { head, chair } } : {};
      const given = { area, id, version, stage, reason, letter, replyBy: isoOfText(replyBy) ?? "" };
      const outcome = await act(() => api.concern.escalate.mutate({ ...given, ...to }));
      if (outcome.done)
        announce(way === "mail" ? "The letter is on its way" : "The letter was put on record");
      return outcome;
    },
  });
};

/** The letter of the next stage, with the day by which a reply is due, and how it goes to whom. */
export function LetterForm(props: Writing) {
  const form = createLetterForm(props);
  const isMailed = () => form.values().way === "mail";
  return (
    <Form
      form={form}
      submitLabel={isMailed() ? "Send the letter" : "Record the letter as sent"}
      label={stageWords[props.stage]}
    >
      <Select
        label="Reason"
        choices={[
          { value: "", label: "Choose a reason" },
          ...props.concern.reasons.map(({ code, label }) => ({ value: code, label })),
        ]}
        {...form.field("reason")}
      />
      <TextArea
        label="Letter"
        hint={stageHints[props.stage]}
        rows={12}
        limit={5000}
        {...form.field("letter")}
      />
      <DateTextField label="Reply by" {...form.field("replyBy")} />
      <Radios label="How does it go?" choices={ways} {...form.field("way")} />
      <Show when={isMailed()}>
        <TextField
          label="E-mail address of the head"
          hint={addressHints.head}
          type="email"
          {...form.field("head")}
        />
        <Show when={readersOf(props.stage).includes("chair")}>
          <TextField
            label="E-mail address of the chair"
            hint={addressHints.chair}
            type="email"
            {...form.field("chair")}
          />
        </Show>
      </Show>
    </Form>
  );
}
