import { useParams } from "@solidjs/router";
import { Match, Show, Switch, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { InsetText, TextArea } from "../../../ui/index.ts";
import { useOffer, type OfferPage } from "../data.ts";
import { OfferActForm, type ActProps, type Seen } from "../parts/act-form.tsx";
import { checkDays, DaysFields, otherDaysOf, type DaysAnswers } from "../parts/days-fields.tsx";
import { checkDeclining, DeclineFields, noDeclining } from "../parts/decline-fields.tsx";
import { toOtherDaysWords } from "../words.ts";

function Decline(props: ActProps) {
  return (
    <OfferActForm
      {...props}
      title="Decline the offer"
      lead="The coordinator sees the reason. The days are free again at once."
      submitLabel="Decline the offer"
      initial={noDeclining}
      check={checkDeclining}
      send={(seen, values) => api.offer.decline.mutate({ ...seen, ...values })}
    >
      {(form) => <DeclineFields form={form} reasons={props.offer.reasons} />}
    </OfferActForm>
  );
}

type Words = { readonly text: string };

type SayProps = ActProps & {
  title: string;
  lead: string;
  label: string;
  missing: string;
  about?: string | undefined;
  send: (seen: Seen, text: string) => Promise<unknown>;
};

function Say(props: SayProps) {
  return (
    <OfferActForm<Words>
      area={props.area}
      offer={props.offer}
      title={props.title}
      lead={props.lead}
      submitLabel={props.title}
      initial={{ text: "" }}
      check={({ text }) => ({ text: text.trim() === "" ? props.missing : undefined })}
      send={(seen, { text }) => props.send(seen, text)}
    >
      {(form) => (
        <>
          {props.about === undefined ? null : (
            <InsetText>
              <span class="a-words">{props.about}</span>
            </InsetText>
          )}
          <TextArea label={props.label} limit={1000} {...form.field("text")} />
        </>
      )}
    </OfferActForm>
  );
}

function Propose(props: ActProps) {
  return (
    <OfferActForm<DaysAnswers>
      {...props}
      title="Propose other days"
      lead="The coordinator takes them or keeps to the offer. The day on which your answer is due stays."
      submitLabel="Propose these days"
      initial={untrack(() => ({
        days: String(props.offer.halfDays / 2),
        window: props.offer.window,
        dates: props.offer.dates,
      }))}
      check={checkDays}
      send={(seen, values) => api.offer.propose.mutate({ ...seen, ...otherDaysOf(values) })}
    >
      {(form) => <DaysFields form={form} />}
    </OfferActForm>
  );
}

const mayDo = ({ may }: OfferPage, act: string | undefined): boolean => {
  if (act === "keep") return may.settle;
  return act === "decline" ||
    act === "withdraw" ||
    act === "ask" ||
    act === "answer" ||
    act === "propose"
    ? may[act]
    : false;
};

function Act(props: ActProps & { act: string | undefined }) {
  // Asked once: whoever writes keeps the page, whatever arrives meanwhile; what is too late is refused with the words kept.
  const allowed = untrack(() => (mayDo(props.offer, props.act) ? props.act : undefined));
  const is = (act: string) => allowed === act;
  const shown = () => ({ area: props.area, offer: props.offer });
  return (
    <Switch fallback={<NotFound />}>
      <Match when={is("decline")}>
        <Decline {...shown()} />
      </Match>
      <Match when={is("propose")}>
        <Propose {...shown()} />
      </Match>
      <Match when={is("withdraw")}>
        <Say
          {...shown()}
          title="Withdraw the offer"
          lead="The leader is told, with the reason. The days are free again, and the need is open."
          label="Reason"
          missing="Enter a reason"
          send={(seen, reason) => api.offer.withdraw.mutate({ ...seen, reason })}
        />
      </Match>
      <Match when={is("ask")}>
        <Say
          {...shown()}
          title="Ask the coordinator"
          lead="Only you and the coordinator read this. The day on which your answer is due stays."
          label="Your question"
          missing="Enter your question"
          send={(seen, text) => api.offer.ask.mutate({ ...seen, text })}
        />
      </Match>
      <Match when={is("answer")}>
        <Say
          {...shown()}
          title="Answer the leader"
          lead="Only you and the leader read this. Do not name the school."
          label="Your answer"
          missing="Enter your answer"
          about={props.offer.talk.question ?? undefined}
          send={(seen, text) => api.offer.answer.mutate({ ...seen, text })}
        />
      </Match>
      <Match when={is("keep")}>
        <Say
          {...shown()}
          title="Keep to the offer"
          lead="The leader is told, and answers the offer as it was."
          label="Why the days stay as they are"
          missing="Say why in a sentence"
          about={
            props.offer.talk.otherDays === null
              ? undefined
              : `Proposed: ${toOtherDaysWords(props.offer.talk.otherDays)}`
          }
          send={(seen, text) => api.offer.keep.mutate({ ...seen, text })}
        />
      </Match>
    </Switch>
  );
}

/** What can be said about an offer on a page of its own: a no, a question, an answer, other days, its taking back. */
export function ActOnOffer() {
  const slug = useAreaSlug();
  const params = useParams();
  const offer = useOffer(() => ({ area: slug(), id: params["offer"] ?? "" }));
  return (
    <Loaded query={offer} what="Loading the offer">
      {(known) => (
        <Show when={params["act"]} keyed>
          {(act) => <Act area={slug()} offer={known()} act={act} />}
        </Show>
      )}
    </Loaded>
  );
}
