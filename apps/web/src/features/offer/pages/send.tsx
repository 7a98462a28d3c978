import { useLocation, useNavigate, useParams } from "@solidjs/router";
import { For, Show, untrack } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  BackLink,
  createForm,
  Form,
  Page,
  TextArea,
  TextField,
  WarningText,
} from "../../../ui/index.ts";
import { RaiseConflict } from "../../conflict/parts/raise.tsx";
import { useComparison, type Candidate, type Comparison } from "../../shortlist/data.ts";
import { Override } from "../../shortlist/parts/candidate.tsx";
import { toDayWords } from "../../shortlist/words.ts";
import { useOfferAct } from "../data.ts";
import { halfDaysOf } from "../words.ts";

type Shown = { area: string; list: Comparison; candidate: Candidate };

function Broken(props: Shown) {
  return (
    <>
      <Override override={props.candidate.override} />
      <For each={props.candidate.failed}>
        {(rule) => <WarningText>{rule.sentence}</WarningText>}
      </For>
      <Show when={props.candidate.failed.some(({ rule }) => rule === "no-conflict")}>
        <RaiseConflict
          area={props.area}
          leader={props.candidate.personId}
          urn={props.list.need.school.urn}
        />
      </Show>
    </>
  );
}

const createSendForm = (props: Shown) => {
  const navigate = useNavigate();
  const act = useOfferAct();
  const key = crypto.randomUUID();
  const asked = untrack(() => String(props.list.need.halfDays / 2));
  const isBroken = () => props.candidate.failed.length > 0;
  return createForm({
    initial: { days: asked, note: "", overrideReason: "" },
    check: ({ days, overrideReason }) => ({
      days: halfDaysOf(days) === undefined ? "Enter whole or half days, such as 2.5" : undefined,
      overrideReason: isBroken() && overrideReason.trim() === "" ? "Enter a reason" : undefined,
    }),
    submit: async ({ days, note, overrideReason }) => {
      const { list, candidate, area } = props;
      const sent: { id?: string } = {};
      const outcome = await act(async () => {
        const reply = await api.offer.send.mutate({
          area,
          needId: list.need.id,
          version: list.need.version,
          leader: candidate.personId,
          termId: list.term.id,
          halfDays: halfDaysOf(days) ?? 0,
          note,
          overrideReason,
          key,
        });
        sent.id = reply.id;
      });
      if (outcome.done) navigate(inArea(area, `/offers/${sent.id ?? ""}`));
      return outcome;
    },
  });
};

function Whole(props: Shown) {
  const form = createSendForm(props);
  const back = () =>
    inArea(props.area, `/needs/${props.list.need.id}/shortlist?term=${props.list.term.id}`);
  return (
    <Page
      title={`Offer to ${props.candidate.name}`}
      caption={[props.list.need.reference, props.list.need.school.name].filter(Boolean).join(" · ")}
      lead="The days are held until the answer is due. The leader sees phase, zone and focus, and the school’s name after saying yes."
      before={<BackLink href={back()} />}
      error={form.problems().length > 0}
    >
      <Broken {...props} />
      <Form form={form} submitLabel="Send the offer">
        <TextField
          label="Days"
          hint={`The school asked for ${toDayWords(props.list.need.halfDays)}; ${toDayWords(props.candidate.freeHalfDays)} left this term`}
          {...form.field("days")}
        />
        <TextArea
          label="Note for the leader (optional)"
          hint="Do not name the school"
          limit={1000}
          {...form.field("note")}
        />
        <Show when={props.candidate.failed.length > 0}>
          <TextArea
            label="Why do you set the rule aside?"
            hint="It is kept with the offer"
            limit={1000}
            {...form.field("overrideReason")}
          />
        </Show>
      </Form>
    </Page>
  );
}

/** The days of one leader, offered for one need. */
export function SendOffer() {
  const slug = useAreaSlug();
  const params = useParams();
  const location = useLocation();
  const list = useComparison(() => ({
    area: slug(),
    needId: params["need"] ?? "",
    termId: new URLSearchParams(location.search).get("term") ?? undefined,
    people: [params["leader"] ?? ""],
  }));
  return (
    <Loaded query={list} what="Loading the leader">
      {(known) => (
        <Show when={known().leaders[0]} fallback={<NotFound />}>
          {(candidate) => <Whole area={slug()} list={known()} candidate={candidate()} />}
        </Show>
      )}
    </Loaded>
  );
}
