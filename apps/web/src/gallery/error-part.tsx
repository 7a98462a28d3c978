import {
  Check,
  Checkboxes,
  DateField,
  ErrorSummary,
  FileField,
  noDate,
  Radios,
  Select,
  TextArea,
  TextField,
} from "../ui/index.ts";
import { phases, zones } from "./sample.ts";

const nothing = () => undefined;

const problems = [
  { name: undefined, message: "Someone else changed this while you were writing" },
  { name: "name", message: "Enter a name" },
  { name: "days", message: "Days must be a number, like 2.5" },
  { name: "phase", message: "Choose a phase" },
  { name: "start", message: "The start must be a real day" },
];

/** Each field as it looks when something is wrong with it. */
export function ErrorPart() {
  return (
    <>
      <ErrorSummary problems={problems} turn={0} />
      <TextField name="name" label="Name" error="Enter a name" value="" onChange={nothing} />
      <TextField
        name="days"
        label="Days"
        error="Days must be a number, like 2.5"
        value="two"
        width={4}
        suffix="days"
        onChange={nothing}
      />
      <TextArea
        name="why"
        label="Why now?"
        error="Why now must be 20 characters or fewer"
        limit={20}
        value="Because the last one was too long"
        onChange={nothing}
      />
      <Radios
        name="phase"
        label="Phase"
        error="Choose a phase"
        value=""
        choices={phases}
        onChange={nothing}
      />
      <Checkboxes
        name="zones"
        label="Zones"
        error="Choose a zone"
        value={["north"]}
        choices={zones}
        onChange={nothing}
      />
      <Select
        name="trust"
        label="Trust"
        error="Choose a trust"
        value=""
        choices={zones}
        onChange={nothing}
      />
      <DateField
        name="start"
        label="Start"
        error="The start must be a real day"
        value={{ ...noDate, day: "31", month: "2", year: "2027" }}
        onChange={nothing}
      />
      <FileField
        name="file"
        label="File"
        error="The file must be a CSV"
        value={undefined}
        onChange={nothing}
      />
      <Check
        name="agreed"
        label="The head agrees"
        error="Confirm that the head agrees"
        value={false}
        onChange={nothing}
      />
    </>
  );
}
