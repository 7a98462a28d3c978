import {
  Check,
  Checkboxes,
  Combobox,
  createForm,
  DateField,
  DateTextField,
  FileField,
  Form,
  Link,
  noDate,
  Radios,
  Select,
  TextArea,
  TextField,
  type ComboboxOption,
  type DateParts,
  type FieldErrors,
} from "../ui/index.ts";
import { findPlaces, phases, zones } from "./sample.ts";

type Answers = {
  place: ComboboxOption | undefined;
  name: string;
  days: string;
  phase: string;
  zones: readonly string[];
  trust: string;
  start: DateParts;
  end: string;
  why: string;
  file: File | undefined;
  agreed: boolean;
};

const nothing: Answers = {
  place: undefined,
  name: "",
  days: "",
  phase: "",
  zones: [],
  trust: "",
  start: noDate,
  end: "",
  why: "",
  file: undefined,
  agreed: false,
};

function check(answers: Answers): FieldErrors {
  return {
    place: answers.place === undefined ? "Choose a school" : undefined,
    name: answers.name === "" ? "Enter a short name for what you need" : undefined,
    phase: answers.phase === "" ? "Choose a phase" : undefined,
    start: answers.start.day === "" ? "Enter the day on which it should start" : undefined,
    agreed: answers.agreed ? undefined : "Confirm that the head agrees",
  };
}

export function FormPart() {
  const form = createForm<Answers>({
    initial: nothing,
    check,
    submit: async () => ({ done: false, fields: { days: "Only 4 days are left this term" } }),
  });
  return (
    <Form form={form} submitLabel="Continue" also={<Link href="?part=home">Keep as a draft</Link>}>
      <Combobox
        {...form.field("place")}
        label="School"
        hint="Begin to type its name, postcode or URN"
        noun={["school", "schools"]}
        search={findPlaces}
      />
      <TextField {...form.field("name")} label="What you need, in a few words" />
      <TextField
        {...form.field("days")}
        label="How many days"
        hint="Half-days count: 2.5"
        inputMode="decimal"
        width={4}
        suffix="days"
      />
      <Radios
        {...form.field("phase")}
        label="Phase"
        choices={phases.map((each, index) =>
          index === 2 ? { ...each, hint: "Also alternative provision" } : each,
        )}
      />
      <Checkboxes
        {...form.field("zones")}
        label="Zones"
        hint="Choose all that fit"
        choices={zones}
        sets={[{ label: "Coast", values: zones.slice(0, 2).map(({ value }) => value) }]}
        optional
      />
      <Select
        {...form.field("trust")}
        label="Trust"
        choices={[{ value: "t1", label: "Harbour Learning Trust" }]}
      />
      <DateField
        {...form.field("start")}
        label="When should it start?"
        hint="For example, 27 3 2027"
      />
      <DateTextField {...form.field("end")} label="When should it end?" optional />
      <TextArea
        {...form.field("why")}
        label="Why now?"
        hint="Do not name pupils or staff"
        limit={200}
      />
      <FileField
        {...form.field("file")}
        label="A plan, if there is one"
        accept=".pdf,.docx"
        optional
      />
      <Check {...form.field("agreed")} label="The head agrees to this" />
    </Form>
  );
}
