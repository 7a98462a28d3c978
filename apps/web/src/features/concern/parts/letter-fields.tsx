import { readersOf, type LetterReader, type Stage } from "@alongside/domain/concern";
import { For, Show } from "solid-js";
import {
  DateTextField,
  Radios,
  Select,
  TextArea,
  TextField,
  type FormState,
} from "../../../ui/index.ts";
import type { ConcernPage } from "../data.ts";
import { stageHints } from "../words.ts";

export type LetterAnswers = {
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
    hint: "Whether it arrived is shown beside it.",
  },
  {
    value: "other",
    label: "On paper, or from my own mail",
    hint: "Nothing is sent from here. What it says is kept.",
  },
] as const;

const addresses: Readonly<Record<LetterReader, { readonly label: string; readonly hint: string }>> =
  {
    head: { label: "E-mail address of the head", hint: "The head of the school" },
    chair: {
      label: "E-mail address of the chair",
      hint: "The chair of governors; of an academy, the chair of its trust",
    },
  };

/** The letter of a stage, with the day by which a reply is due, and how it goes to whom. */
export function LetterFields(props: {
  form: FormState<LetterAnswers>;
  concern: ConcernPage;
  stage: Stage;
}) {
  return (
    <>
      <Select
        label="Reason"
        choices={[
          { value: "", label: "Choose a reason" },
          ...props.concern.reasons.map(({ code, label }) => ({ value: code, label })),
        ]}
        {...props.form.field("reason")}
      />
      <TextArea
        label="Letter"
        hint={stageHints[props.stage]}
        rows={14}
        limit={5000}
        {...props.form.field("letter")}
      />
      <DateTextField label="Reply by" {...props.form.field("replyBy")} />
      <Radios label="How does it go?" choices={ways} {...props.form.field("way")} />
      <Show when={props.form.values().way === "mail"}>
        <For each={readersOf(props.stage)}>
          {(reader) => (
            <TextField {...addresses[reader]} type="email" {...props.form.field(reader)} />
          )}
        </For>
      </Show>
    </>
  );
}
