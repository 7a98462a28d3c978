import { Show } from "solid-js";
import type { Ground } from "@alongside/domain/meeting";
import { api } from "../../../lib/api.ts";
import {
  announce,
  Combobox,
  createForm,
  DateTextField,
  Details,
  Form,
  isoOfText,
  Radios,
  Select,
  TextArea,
  TextField,
  type ComboboxOption,
} from "../../../ui/index.ts";
import { useBoardChoices, useMeetingAct, type MeetingPage } from "../data.ts";
import { figureChoices } from "../words.ts";

type Shown = { area: string; meeting: MeetingPage };

type Decision = {
  readonly text: string;
  readonly reason: string;
  readonly ground: Ground["kind"];
  readonly figure: string;
  readonly paper: string;
};

const nothingSaid: Decision = { text: "", reason: "", ground: "figure", figure: "", paper: "" };

const groundOf = ({ ground, figure, paper }: Decision): Ground => {
  if (ground === "figure") return { kind: "figure", figure };
  return ground === "paper" ? { kind: "paper", title: paper } : { kind: "none" };
};

function DecisionForm(props: Shown) {
  const act = useMeetingAct();
  const form = createForm<Decision>({
    initial: nothingSaid,
    check: ({ text, reason, ground, figure, paper }) => ({
      text: text.trim() === "" ? "Say what was decided" : undefined,
      reason: reason.trim() === "" ? "Say why" : undefined,
      figure: ground === "figure" && figure === "" ? "Choose a figure" : undefined,
      paper: ground === "paper" && paper.trim() === "" ? "Name the paper" : undefined,
    }),
    submit: async (answers) => {
      const { area, meeting } = props;
      const { text, reason } = answers;
      const outcome = await act(() =>
        api.meeting.decide.mutate({
          area,
          id: meeting.id,
          text,
          reason,
          ground: groundOf(answers),
        }),
      );
      if (outcome.done) announce("The decision is recorded");
      return outcome;
    },
  });
  return (
    <Form form={form} submitLabel="Record the decision" label="Record a decision">
      <TextArea label="What was decided?" rows={2} limit={1000} {...form.field("text")} />
      <TextArea label="Why?" rows={2} limit={2000} {...form.field("reason")} />
      <Radios
        label="What does it rest on?"
        choices={[
          { value: "figure", label: "A figure of the pack" },
          { value: "paper", label: "A paper" },
          { value: "none", label: "Neither" },
        ]}
        {...form.field("ground")}
      />
      <Show when={form.values().ground === "figure"}>
        <Select label="Which figure?" choices={figureChoices} {...form.field("figure")} />
      </Show>
      <Show when={form.values().ground === "paper"}>
        <TextField label="Which paper?" {...form.field("paper")} />
      </Show>
    </Form>
  );
}

type NewAction = {
  readonly action: string;
  readonly ownerId: ComboboxOption | undefined;
  readonly dueOn: string;
};

function ActionForm(props: Shown) {
  const act = useMeetingAct();
  const choices = useBoardChoices(() => props.area);
  const form = createForm<NewAction>({
    initial: { action: "", ownerId: undefined, dueOn: "" },
    check: ({ action, ownerId, dueOn }) => ({
      action: action.trim() === "" ? "Say what is to be done" : undefined,
      ownerId: ownerId === undefined ? "Choose who does it" : undefined,
      dueOn: isoOfText(dueOn) === undefined ? "Enter a day, such as 4 December 2026" : undefined,
    }),
    submit: async ({ action, ownerId, dueOn }) => {
      const { area, meeting } = props;
      const outcome = await act(() =>
        api.meeting.setAction.mutate({
          area,
          id: meeting.id,
          text: action,
          ownerId: ownerId?.id ?? "",
          dueOn: isoOfText(dueOn) ?? "",
        }),
      );
      if (outcome.done) announce("The action is recorded, and its owner is told");
      return outcome;
    },
  });
  const search = (words: string) =>
    Promise.resolve(
      (choices.data?.people ?? [])
        .filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()))
        .slice(0, 20)
        .map(({ id, name }) => ({ id, label: name })),
    );
  return (
    <Form form={form} submitLabel="Record the action" label="Record an action">
      <TextArea label="What is to be done?" rows={2} limit={500} {...form.field("action")} />
      <Combobox
        label="Who does it?"
        noun={["person", "people"]}
        search={search}
        {...form.field("ownerId")}
      />
      <DateTextField label="By when?" {...form.field("dueOn")} />
    </Form>
  );
}

/** What a meeting decided and asked, recorded one by one by those who keep its papers. */
export function RecordForms(props: Shown) {
  return (
    <>
      <Details summary="Record a decision">
        <DecisionForm {...props} />
      </Details>
      <Details summary="Record an action">
        <ActionForm {...props} />
      </Details>
    </>
  );
}
