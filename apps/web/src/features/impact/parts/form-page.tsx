import { useNavigate, useParams } from "@solidjs/router";
import { Show, type JSX } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import type { Checking } from "../../../lib/checking.ts";
import {
  announce,
  BackLink,
  Form,
  Link,
  Page,
  SummaryList,
  type FormState,
  type SummaryRow,
} from "../../../ui/index.ts";
import { workAddress } from "../../visit/addresses.ts";
import { useImpact, type Impact } from "../data.ts";

/** Where a form about impact goes back to, and what it says when it is done. */
export const useBack = (given: () => { readonly area: string; readonly id: string }) => {
  const navigate = useNavigate();
  const back = () => workAddress(given().area, given().id, "impact");
  const done = (said: string) => {
    announce(said);
    navigate(back());
  };
  return { back, done };
};

/** A page with one form about a piece of work. */
export function FormPage<V extends object>(props: {
  area: string;
  impact: Impact;
  title: string;
  lead: string;
  form: FormState<V>;
  submitLabel: string;
  children: JSX.Element;
}) {
  return (
    <Page
      title={props.title}
      caption={`${props.impact.leader.name} for ${props.impact.school.name}`}
      lead={props.lead}
      before={<BackLink href={workAddress(props.area, props.impact.id, "impact")} />}
      error={props.form.problems().length > 0}
    >
      <Form form={props.form} submitLabel={props.submitLabel}>
        {props.children}
      </Form>
    </Page>
  );
}

/** A page with one form about a piece of work whose answers are looked at once more before they go. */
export function CheckedFormPage<V extends object>(props: {
  area: string;
  impact: Impact;
  title: string;
  lead: string;
  checking: Checking<V>;
  submitLabel: string;
  /** What happens to the answers once they are sent. */
  checkLead: string;
  rows: readonly SummaryRow[];
  children: JSX.Element;
}) {
  const form = () => props.checking.form;
  const change = () => props.checking.change();
  return (
    <Show
      when={props.checking.isChecking()}
      fallback={
        <FormPage
          area={props.area}
          impact={props.impact}
          title={props.title}
          lead={props.lead}
          form={form()}
          submitLabel="Check your answers"
        >
          {props.children}
        </FormPage>
      }
    >
      <Page
        title="Check your answers"
        caption={`${props.impact.leader.name} for ${props.impact.school.name}`}
        lead={props.checkLead}
        before={<BackLink href={change()} />}
        error={form().problems().length > 0}
      >
        <Form
          form={form()}
          submitLabel={props.submitLabel}
          also={<Link href={change()}>Change something</Link>}
        >
          <SummaryList rows={props.rows} />
        </Form>
      </Page>
    </Show>
  );
}

/** Loads the impact of the work in the address for a page about it. */
export function WithImpact(props: {
  children: (shown: () => { area: string; impact: Impact }) => JSX.Element;
}) {
  const slug = useAreaSlug();
  const params = useParams();
  const impact = useImpact(() => ({ area: slug(), id: params["deployment"] ?? "" }));
  return (
    <Loaded query={impact} what="Loading the work">
      {(known) => props.children(() => ({ area: slug(), impact: known() }))}
    </Loaded>
  );
}
