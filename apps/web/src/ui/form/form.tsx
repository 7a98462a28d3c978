import type { JSX } from "solid-js";
import { Button, ButtonRow } from "../button/button.tsx";
import type { FormState } from "./create-form.ts";
import { ErrorSummary } from "./error-summary.tsx";

type FormProps<V extends object> = {
  form: FormState<V>;
  /** The words on the button: what pressing it does. */
  submitLabel: string;
  /** Beside the button: a way out, or to keep a draft. */
  also?: JSX.Element;
  /** What the form is, for screen readers, where a page has several. */
  label?: string | undefined;
  children: JSX.Element;
};

/** A whole form: summary of errors, fields, button. The browser's own checks stay off: ours say more. */
export function Form<V extends object>(props: FormProps<V>) {
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void props.form.submit();
  };
  return (
    <form novalidate onSubmit={onSubmit} aria-label={props.label}>
      <ErrorSummary problems={props.form.problems()} turn={props.form.failures()} />
      {props.children}
      <ButtonRow>
        <Button type="submit" pending={props.form.pending()}>
          {props.submitLabel}
        </Button>
        {props.also}
      </ButtonRow>
    </form>
  );
}
