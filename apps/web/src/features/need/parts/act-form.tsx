import { useNavigate } from "@solidjs/router";
import type { JSX } from "solid-js";
import {
  BackLink,
  createForm,
  Form,
  Page,
  type FieldErrors,
  type FormState,
} from "../../../ui/index.ts";
import { actWords, type Act } from "../acts.ts";
import { needAddress } from "../addresses.ts";
import { useNeedAct, type NeedChoices, type NeedPage } from "../data.ts";

export type ActProps = { area: string; need: NeedPage; choices: NeedChoices };
export type Seen = { readonly area: string; readonly id: string; readonly version: number };

type ActFormProps<Values extends object> = {
  area: string;
  need: NeedPage;
  act: Act;
  submitLabel: string;
  lead?: JSX.Element;
  initial: Values;
  check: (values: Values) => FieldErrors;
  send: (seen: Seen, values: Values) => Promise<unknown>;
  children: (form: FormState<Values>) => JSX.Element;
};

/** A page on which one thing is done to a need, and from which one comes back to it. */
export function ActForm<Values extends object>(props: ActFormProps<Values>) {
  const navigate = useNavigate();
  const act = useNeedAct();
  const back = () => needAddress(props.area, props.need.id);
  const form = createForm<Values>({
    initial: props.initial,
    check: (values) => props.check(values),
    submit: async (values) => {
      const { id, version } = props.need;
      const outcome = await act(() => props.send({ area: props.area, id, version }, values));
      if (outcome.done) navigate(back());
      return outcome;
    },
  });
  return (
    <Page
      title={actWords[props.act].title}
      caption={[props.need.reference, props.need.school.name].filter(Boolean).join(" · ")}
      lead={props.lead}
      before={<BackLink href={back()} />}
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel={props.submitLabel}>
        {props.children(form)}
      </Form>
    </Page>
  );
}
