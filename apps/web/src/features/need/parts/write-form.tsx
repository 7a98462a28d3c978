import { useNavigate, useSearchParams } from "@solidjs/router";
import type { JSX } from "solid-js";
import { api } from "../../../lib/api.ts";
import {
  BackLink,
  Button,
  createForm,
  Form,
  Page,
  type FieldErrors,
  type FormState,
} from "../../../ui/index.ts";
import { needAddress, needsAddress, stepAddress } from "../addresses.ts";
import { useNeedAct, type AskChanges, type NeedPage } from "../data.ts";
import { stepAfter, stepBefore, steps, stepTitles, type Step } from "../steps.ts";

export type StepProps = { readonly area: string; readonly need: NeedPage };

type StepForm<Values extends object> = StepProps & {
  step: Step;
  initial: Values;
  check: (values: Values) => FieldErrors;
  /** The answers that can be kept as they are: what cannot be read is left out. */
  toChanges: (values: Values) => AskChanges;
  lead?: JSX.Element;
  children: (form: FormState<Values>) => JSX.Element;
};

/** One page of a need: its answers are kept on the server at every step, finished or not. */
export function WriteForm<Values extends object>(props: StepForm<Values>) {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const act = useNeedAct();
  const isChanging = () => search["from"] === "check" || props.need.state !== "draft";
  const after = () =>
    props.need.state !== "draft"
      ? needAddress(props.area, props.need.id)
      : stepAddress(props.area, props.need.id, isChanging() ? "check" : stepAfter(props.step));
  const before = () => {
    const last = stepBefore(props.step);
    if (isChanging() || last === undefined)
      return props.need.state === "draft" && isChanging()
        ? stepAddress(props.area, props.need.id, "check")
        : needAddress(props.area, props.need.id);
    return stepAddress(props.area, props.need.id, last);
  };
  const save = (values: Values) => {
    const { area, need } = props;
    const changes = props.toChanges(values);
    return act(() => api.need.save.mutate({ area, id: need.id, version: need.version, changes }));
  };
  const form = createForm<Values>({
    initial: props.initial,
    check: (values) => props.check(values),
    submit: async (values) => {
      const outcome = await save(values);
      if (outcome.done) navigate(after());
      return outcome;
    },
  });
  const later = async () => {
    const outcome = await save(form.values());
    if (outcome.done) navigate(needsAddress(props.area));
    else await form.submit();
  };
  return (
    <Page
      title={stepTitles[props.step]}
      caption={`${props.need.school.name} · Step ${steps.indexOf(props.step) + 1} of ${steps.length}`}
      lead={props.lead}
      before={<BackLink href={before()} />}
      error={form.problems().length > 0}
    >
      <div class="a-write">
        <Form
          form={form}
          submitLabel={isChanging() ? "Save" : "Save and continue"}
          also={
            props.need.state === "draft" && (
              <Button kind="secondary" onPress={() => void later()}>
                Save and come back later
              </Button>
            )
          }
        >
          {props.children(form)}
        </Form>
      </div>
    </Page>
  );
}
