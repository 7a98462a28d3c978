import "../../../look/deployment.scss";
import type { JSX } from "solid-js";
import { DateTextField, Form, TextArea, TextField, type FormState } from "../../../ui/index.ts";
import type { TermsAnswers } from "../answers.ts";
import type { AgreementChoices } from "../data.ts";
import { FundingFields } from "./funding-fields.tsx";
import { ObjectiveFields } from "./objective-fields.tsx";

type Props = {
  form: FormState<TermsAnswers>;
  choices: AgreementChoices;
  submitLabel: string;
  also?: JSX.Element;
};

const days = (form: FormState<TermsAnswers>) => (
  <>
    <h2 class="govuk-heading-m">Days and dates</h2>
    <TextField label="Days in all" inputMode="decimal" width={5} {...form.field("days")} />
    <div class="a-pair">
      <DateTextField label="First day" {...form.field("from")} />
      <DateTextField label="Last day" {...form.field("to")} />
    </div>
    <TextArea
      label="Pattern"
      hint="For example, a half-day on most Mondays, with a call in between"
      rows={2}
      limit={500}
      {...form.field("pattern")}
    />
  </>
);

const words = (form: FormState<TermsAnswers>) => (
  <>
    <h2 class="govuk-heading-m">How you work together</h2>
    <TextArea label="Roles" rows={4} limit={2000} {...form.field("roles")} />
    <TextArea label="Confidentiality" rows={4} limit={2000} {...form.field("confidentiality")} />
    <TextArea
      label="What happens afterwards"
      hint="Who carries the work on once the leader has gone"
      rows={4}
      limit={2000}
      {...form.field("exitStrategy")}
    />
  </>
);

/** All that an agreement says, on one page. */
export function TermsForm(props: Props) {
  return (
    <Form form={props.form} submitLabel={props.submitLabel} also={props.also}>
      <h2 class="govuk-heading-m">What should change</h2>
      <ObjectiveFields choices={props.choices} {...props.form.field("objectives")} />
      {days(props.form)}
      <h2 class="govuk-heading-m">Who pays</h2>
      <FundingFields
        choices={props.choices}
        days={props.form.values().days}
        {...props.form.field("funding")}
      />
      {words(props.form)}
    </Form>
  );
}
