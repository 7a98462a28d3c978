import { useNavigate, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { BackLink, createForm, Form, Page, Radios, TextArea } from "../../../ui/index.ts";
import { useOffer, useOfferAct, type OfferPage } from "../data.ts";

type Shown = { area: string; offer: OfferPage };

const backOf = ({ area, offer }: Shown): string => inArea(area, `/offers/${offer.id}`);

function Decline(props: Shown) {
  const navigate = useNavigate();
  const act = useOfferAct();
  const form = createForm({
    initial: { reason: "", text: "" },
    check: ({ reason, text }) => ({
      reason: reason === "" ? "Choose a reason" : undefined,
      text: text.trim() === "" ? "Say why in a sentence" : undefined,
    }),
    submit: async ({ reason, text }) => {
      const { id, version } = props.offer;
      const given = { area: props.area, id, version, reason, text };
      const outcome = await act(() => api.offer.decline.mutate(given));
      if (outcome.done) navigate(backOf(props));
      return outcome;
    },
  });
  return (
    <Page
      title="Decline the offer"
      caption={`Offer to ${props.offer.leader.name}`}
      lead="The coordinator sees the reason. The days are free again at once."
      before={<BackLink href={backOf(props)} />}
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel="Decline the offer">
        <Radios
          label="Reason"
          choices={props.offer.reasons.map(({ code, label }) => ({ value: code, label }))}
          {...form.field("reason")}
        />
        <TextArea label="In your own words" limit={1000} {...form.field("text")} />
      </Form>
    </Page>
  );
}

function Withdraw(props: Shown) {
  const navigate = useNavigate();
  const act = useOfferAct();
  const form = createForm({
    initial: { reason: "" },
    check: ({ reason }) => ({ reason: reason.trim() === "" ? "Enter a reason" : undefined }),
    submit: async ({ reason }) => {
      const { id, version } = props.offer;
      const given = { area: props.area, id, version, reason };
      const outcome = await act(() => api.offer.withdraw.mutate(given));
      if (outcome.done) navigate(backOf(props));
      return outcome;
    },
  });
  return (
    <Page
      title="Withdraw the offer"
      caption={`Offer to ${props.offer.leader.name}`}
      lead="The leader is told. The days are free again, and the need is open."
      before={<BackLink href={backOf(props)} />}
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel="Withdraw the offer">
        <TextArea label="Reason" limit={1000} {...form.field("reason")} />
      </Form>
    </Page>
  );
}

/** A no to an offer, or its taking back, each with the reason. */
export function EndOffer() {
  const slug = useAreaSlug();
  const params = useParams();
  const offer = useOffer(() => ({ area: slug(), id: params["offer"] ?? "" }));
  const act = () => params["act"];
  return (
    <Show when={act() === "decline" || act() === "withdraw"} fallback={<NotFound />}>
      <Loaded query={offer} what="Loading the offer">
        {(known) => (
          <Show when={act() === "decline"} fallback={<Withdraw area={slug()} offer={known()} />}>
            <Decline area={slug()} offer={known()} />
          </Show>
        )}
      </Loaded>
    </Show>
  );
}
