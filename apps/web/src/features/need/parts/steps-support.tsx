import { Show } from "solid-js";
import {
  Checkboxes,
  DateField,
  isEmptyDate,
  isoOfParts,
  TextField,
  type DateParts,
} from "../../../ui/index.ts";
import type { NeedChoices, NeedPage } from "../data.ts";
import { asChoices } from "./choices.ts";
import { partsOfDay } from "./dates.ts";
import { ExpertiseField } from "./expertise-field.tsx";
import { WriteForm, type StepProps } from "./write-form.tsx";

type Values = {
  readonly primaryArea: string;
  readonly other1: string;
  readonly other2: string;
  readonly other3: string;
  readonly modes: readonly string[];
  readonly days: string;
  readonly earliest: DateParts;
};

/** Days as they were typed (`3`, `2.5`, `2½`) in half-days; undefined when they are none. */
export const halfDaysOf = (text: string): number | undefined => {
  const days = Number(text.trim().replace("½", ".5").replace(/^\./, "0.").replace(",", "."));
  const halves = days * 2;
  return text.trim() !== "" && Number.isInteger(halves) && halves >= 1 && halves <= 400
    ? halves
    : undefined;
};

const initialOf = (ask: NeedPage["ask"]): Values => {
  const [other1 = "", other2 = "", other3 = ""] = ask.otherAreas ?? [];
  return {
    primaryArea: ask.primaryArea ?? "",
    other1,
    other2,
    other3,
    modes: ask.modes ?? [],
    days: ask.halfDays === undefined ? "" : String(ask.halfDays / 2),
    earliest: partsOfDay(ask.earliest),
  };
};

const othersOf = ({ other1, other2, other3 }: Values): readonly string[] =>
  [other1, other2, other3].filter((code) => code !== "");

const isRepeated = (values: Values): boolean => {
  const all = [values.primaryArea, ...othersOf(values)];
  return new Set(all).size < all.length;
};

const check = (values: Values) => ({
  primaryArea: values.primaryArea === "" ? "Choose the main area of expertise" : undefined,
  other1: isRepeated(values) ? "Choose each area once" : undefined,
  modes: values.modes.length === 0 ? "Choose at least one way of working" : undefined,
  days:
    halfDaysOf(values.days) === undefined
      ? "Enter a number of days, in whole or half days"
      : undefined,
  earliest: isoOfParts(values.earliest) === undefined ? "Enter a day, month and year" : undefined,
});

const toChanges = (values: Values) => {
  const halfDays = halfDaysOf(values.days);
  const earliest = isoOfParts(values.earliest);
  return {
    ...(values.primaryArea === "" ? {} : { primaryArea: values.primaryArea }),
    otherAreas: [...new Set(othersOf(values))],
    modes: [...values.modes],
    ...(halfDays === undefined ? {} : { halfDays }),
    ...(earliest === undefined || isEmptyDate(values.earliest) ? {} : { earliest }),
  };
};

/** Which expertise, how to work together, about how many days, from when. */
export function SupportStep(props: StepProps & { readonly choices: NeedChoices }) {
  const expertise = () => props.choices.lists["expertise"] ?? [];
  return (
    <WriteForm
      {...props}
      step="support"
      initial={initialOf(props.need.ask)}
      check={check}
      toChanges={toChanges}
    >
      {(form) => (
        <>
          <ExpertiseField
            label="Main area of expertise"
            hint="Type a word, or press the down arrow to see all areas"
            entries={expertise()}
            {...form.field("primaryArea")}
          />
          <ExpertiseField
            label="Another area"
            optional
            entries={expertise()}
            {...form.field("other1")}
          />
          <Show when={form.values().other1 !== "" || form.values().other2 !== ""}>
            <ExpertiseField
              label="A third area"
              optional
              entries={expertise()}
              {...form.field("other2")}
            />
          </Show>
          <Show when={form.values().other2 !== "" || form.values().other3 !== ""}>
            <ExpertiseField
              label="A fourth area"
              optional
              entries={expertise()}
              {...form.field("other3")}
            />
          </Show>
          <Checkboxes
            label="How would you like to work together?"
            choices={asChoices(props.choices.lists["work-mode"] ?? [], form.values().modes)}
            {...form.field("modes")}
          />
          <TextField
            label="About how many days?"
            hint="Your best guess, in whole or half days: 6 or 2.5. It is agreed later."
            inputMode="decimal"
            width={4}
            suffix="days"
            {...form.field("days")}
          />
          <DateField
            label="When could it start at the earliest?"
            hint="For example, 12 1 2027"
            {...form.field("earliest")}
          />
        </>
      )}
    </WriteForm>
  );
}
