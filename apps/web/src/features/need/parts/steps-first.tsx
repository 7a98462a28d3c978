import type { Framework } from "@alongside/domain/code-list";
import { frameworks, needFocus } from "@alongside/domain/code-list";
import { Check, Checkboxes, DateField, isoOfParts, Radios, TextArea } from "../../../ui/index.ts";
import type { NeedChoices } from "../data.ts";
import { asChoices } from "./choices.ts";
import { partsOfDay } from "./dates.ts";
import { WriteForm, type StepProps } from "./write-form.tsx";

type WithChoices = StepProps & { readonly choices: NeedChoices };

const frameworkChoices = frameworks.map((framework) => ({
  value: framework,
  label: needFocus[framework].label,
  hint: `Inspections ${needFocus[framework].period}`,
}));

/** What it is about, in the words of the inspection framework, and why. */
export function FocusStep(props: WithChoices) {
  const listOf = (framework: Framework) => props.choices.lists[`need-focus-${framework}`] ?? [];
  const chosenIn = (framework: Framework, focus: readonly string[]) =>
    focus.filter((code) => listOf(framework).some((entry) => entry.code === code));
  return (
    <WriteForm
      {...props}
      step="focus"
      initial={{
        framework: props.need.ask.framework ?? ("report-card" as const satisfies Framework),
        focus: props.need.ask.focus ?? [],
        why: props.need.ask.why ?? "",
      }}
      check={({ framework, focus, why }) => ({
        focus: chosenIn(framework, focus).length === 0 ? "Choose what it is about" : undefined,
        why: why.trim() === "" ? "Say in a few words why you ask" : undefined,
      })}
      toChanges={({ framework, focus, why }) => ({
        framework,
        focus: [...chosenIn(framework, focus)],
        why,
      })}
    >
      {(form) => (
        <>
          <Checkboxes
            label="What do you want to improve?"
            hint="In the words of Ofsted’s framework. Choose all that apply."
            choices={asChoices(listOf(form.values().framework))}
            {...form.field("focus")}
          />
          <TextArea
            label="Why do you ask?"
            hint="Two or three sentences: what you see, and what you have tried."
            limit={2000}
            rows={6}
            {...form.field("why")}
          />
          <Radios
            label="Which framework’s words do you want to use?"
            small
            choices={frameworkChoices}
            {...form.field("framework")}
          />
        </>
      )}
    </WriteForm>
  );
}

/** What should be different, by when, and whether it can wait. */
export function ChangeStep(props: WithChoices) {
  return (
    <WriteForm
      {...props}
      step="change"
      initial={{
        wantedOutcome: props.need.ask.wantedOutcome ?? "",
        wantedBy: partsOfDay(props.need.ask.wantedBy),
        urgent: props.need.ask.urgent ?? false,
      }}
      check={({ wantedOutcome, wantedBy }) => {
        const date = isoOfParts(wantedBy);
        const isPast = date !== undefined && date <= props.choices.today;
        return {
          wantedOutcome: wantedOutcome.trim() === "" ? "Say what should be different" : undefined,
          wantedBy:
            date === undefined
              ? "Enter a day, month and year"
              : isPast
                ? "Enter a day after today"
                : undefined,
        };
      }}
      toChanges={({ wantedOutcome, wantedBy, urgent }) => {
        const date = isoOfParts(wantedBy);
        return { wantedOutcome, urgent, ...(date === undefined ? {} : { wantedBy: date }) };
      }}
    >
      {(form) => (
        <>
          <TextArea
            label="What should be different when the support ends?"
            hint="Something that you will be able to see: it becomes the objective of the agreement."
            limit={1000}
            {...form.field("wantedOutcome")}
          />
          <DateField label="By when?" hint="For example, 21 7 2027" {...form.field("wantedBy")} />
          <Check
            label="This is urgent"
            hint="The coordinator answers urgent needs by the end of the next working day; others within 5 working days."
            {...form.field("urgent")}
          />
        </>
      )}
    </WriteForm>
  );
}
