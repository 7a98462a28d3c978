import { isVisitTime } from "@alongside/domain/visit";
import {
  DateField,
  isoOfParts,
  Radios,
  TextField,
  type DateParts,
  type FormState,
} from "../../../ui/index.ts";

export type When = {
  readonly date: DateParts;
  readonly startsAt: string;
  readonly length: "1" | "2";
};

const lengths = [
  { value: "1", label: "Half a day" },
  { value: "2", label: "A whole day" },
] as const;

/** What can be told wrong before anything is sent. */
export const faultsOfWhen = ({ date, startsAt }: When) => ({
  date: isoOfParts(date) === undefined ? "Enter a date" : undefined,
  startsAt: isVisitTime(startsAt.trim())
    ? undefined
    : "Enter a time from 06:00 to 20:00, like 09:30",
});

export const toWhen = ({ date, startsAt, length }: When) => ({
  date: isoOfParts(date) ?? "",
  startsAt: startsAt.trim(),
  halfDays: Number(length),
});

/** The day, the time and the length of a visit. */
export function WhenFields(props: { form: FormState<When> }) {
  return (
    <>
      <DateField {...props.form.field("date")} label="Which day?" />
      <TextField
        {...props.form.field("startsAt")}
        label="When does it begin?"
        hint="For example, 09:30"
        width={5}
      />
      <Radios {...props.form.field("length")} label="How long is it?" choices={[...lengths]} />
    </>
  );
}
