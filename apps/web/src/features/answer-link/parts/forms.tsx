import { untrack } from "solid-js";
import { createForm, Form, Link, TextArea } from "../../../ui/index.ts";
import {
  checkDays,
  DaysFields,
  otherDaysOf,
  type DaysAnswers,
} from "../../offer/parts/days-fields.tsx";
import { checkDeclining, DeclineFields, noDeclining } from "../../offer/parts/decline-fields.tsx";
import type { Answering, OfferLink } from "../data.ts";

type FormProps = { page: OfferLink; say: Answering; back: string };

const Back = (props: { href: string }) => <Link href={props.href}>Back to the brief</Link>;

export function DeclineByLink(props: FormProps) {
  const form = createForm({
    initial: noDeclining,
    check: checkDeclining,
    submit: (values) => props.say({ act: "decline", ...values }),
  });
  return (
    <Form form={form} submitLabel="Decline" also={<Back href={props.back} />}>
      <DeclineFields form={form} reasons={props.page.reasons} />
    </Form>
  );
}

export function AskByLink(props: FormProps) {
  const form = createForm({
    initial: { text: "" },
    check: ({ text }) => ({ text: text.trim() === "" ? "Enter your question" : undefined }),
    submit: ({ text }) => props.say({ act: "ask", text }),
  });
  return (
    <Form form={form} submitLabel="Send the question" also={<Back href={props.back} />}>
      <TextArea
        label="Your question"
        hint="Only the coordinator reads it"
        limit={1000}
        {...form.field("text")}
      />
    </Form>
  );
}

export function ProposeByLink(props: FormProps) {
  const form = createForm<DaysAnswers>({
    initial: untrack(() => ({
      days: String(props.page.halfDays / 2),
      window: props.page.window,
      dates: props.page.dates,
    })),
    check: checkDays,
    submit: (values) => props.say({ act: "propose", ...otherDaysOf(values) }),
  });
  return (
    <Form form={form} submitLabel="Propose these days" also={<Back href={props.back} />}>
      <DaysFields form={form} />
    </Form>
  );
}
