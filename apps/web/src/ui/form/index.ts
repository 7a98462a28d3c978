export {
  createForm,
  type Bound,
  type FieldErrors,
  type FormOptions,
  type FormState,
  type Problem,
  type SubmitOutcome,
} from "./create-form.ts";
export { ErrorSummary, focusField } from "./error-summary.tsx";
export { Form } from "./form.tsx";
