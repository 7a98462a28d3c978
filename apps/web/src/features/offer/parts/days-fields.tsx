import type { Window } from "@alongside/domain/calendar";
import { Radios, TextField, type FormState } from "../../../ui/index.ts";
import { halfDaysOf } from "../words.ts";

export type DaysAnswers = {
  readonly days: string;
  readonly window: Window;
  readonly dates: string;
};

export const checkDays = ({ days }: DaysAnswers) => ({
  days: halfDaysOf(days) === undefined ? "Enter whole or half days, such as 2.5" : undefined,
});

export const otherDaysOf = ({ days, window, dates }: DaysAnswers) => ({
  halfDays: halfDaysOf(days) ?? 0,
  window,
  dates: dates.trim(),
});

const windowChoices = [
  { value: "any", label: "Any time in the term" },
  { value: "early", label: "Before half-term" },
  { value: "late", label: "After half-term" },
] as const;

/** Which days there could be instead. */
export function DaysFields(props: { form: FormState<DaysAnswers> }) {
  return (
    <>
      <TextField
        label="Days"
        hint="Whole or half days, such as 2.5"
        {...props.form.field("days")}
      />
      <Radios label="When in the term?" choices={windowChoices} {...props.form.field("window")} />
      <TextField
        label="Which days (optional)"
        hint="Such as: Tuesdays from 20 April"
        {...props.form.field("dates")}
      />
    </>
  );
}
