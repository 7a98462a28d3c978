import { useNavigate } from "@solidjs/router";
import { untrack, type JSX } from "solid-js";
import { inArea } from "../../../app/area.ts";
import {
  BackLink,
  createForm,
  Form,
  Page,
  type FieldErrors,
  type FormState,
} from "../../../ui/index.ts";
import { useOfferAct, type OfferPage } from "../data.ts";

export type ActProps = { area: string; offer: OfferPage };
export type Seen = {
  readonly area: string;
  readonly id: string;
  readonly version: number;
  readonly key: string;
};

type ActFormProps<Values extends object> = ActProps & {
  title: string;
  lead: string;
  submitLabel: string;
  initial: Values;
  check: (values: Values) => FieldErrors;
  send: (seen: Seen, values: Values) => Promise<unknown>;
  children: (form: FormState<Values>) => JSX.Element;
};

/** A page on which one thing is said about an offer, and from which one comes back to it. */
export function OfferActForm<Values extends object>(props: ActFormProps<Values>) {
  const navigate = useNavigate();
  const act = useOfferAct();
  const key = crypto.randomUUID();
  // What was read is what is answered, whatever else arrives while one writes; after a refusal the news is what was read.
  const seen = { version: untrack(() => props.offer.version) };
  const back = () => inArea(props.area, `/offers/${props.offer.id}`);
  const form = createForm<Values>({
    initial: props.initial,
    check: (values) => props.check(values),
    submit: async (values) => {
      const { id } = props.offer;
      const { version } = seen;
      const outcome = await act(() => props.send({ area: props.area, id, version, key }, values));
      seen.version = props.offer.version;
      if (outcome.done) navigate(back());
      return outcome;
    },
  });
  return (
    <Page
      title={props.title}
      caption={`Offer to ${props.offer.leader.name}`}
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
