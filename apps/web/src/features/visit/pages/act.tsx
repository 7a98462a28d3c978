import { useNavigate, useParams } from "@solidjs/router";
import { Match, Switch, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  announce,
  BackLink,
  createForm,
  Form,
  Page,
  partsOfIso,
  TextArea,
} from "../../../ui/index.ts";
import { visitAddress } from "../addresses.ts";
import { useVisit, useVisitAct, type VisitPage } from "../data.ts";
import { faultsOfWhen, toWhen, WhenFields, type When } from "../parts/when-fields.tsx";
import { toVisitDay } from "../words.ts";

type Shown = { area: string; visit: VisitPage };

const captionOf = ({ visit }: Shown): string =>
  `${visit.leader.name} at ${visit.school.name}, ${toVisitDay(visit.date)}`;

function Move(props: Shown) {
  const navigate = useNavigate();
  const act = useVisitAct();
  const back = () => visitAddress(props.area, props.visit.id);
  const form = createForm<When>({
    initial: untrack(() => ({
      date: partsOfIso(props.visit.date),
      startsAt: props.visit.startsAt,
      length: props.visit.halfDays === 1 ? "1" : "2",
    })),
    check: faultsOfWhen,
    submit: async (when) => {
      const { id, version } = props.visit;
      const given = { area: props.area, id, version, ...toWhen(when) };
      const outcome = await act(() => api.visit.move.mutate(given));
      if (outcome.done) {
        announce("The visit was moved");
        navigate(back());
      }
      return outcome;
    },
  });
  return (
    <Page
      title="Move the visit"
      caption={captionOf(props)}
      lead="Both sides are told, and their calendars with them."
      before={<BackLink href={back()} />}
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel="Move the visit">
        <WhenFields form={form} />
      </Form>
    </Page>
  );
}

type Said = {
  title: string;
  lead: string;
  label: string;
  missing: string;
  submitLabel: string;
  after: string;
  send: (words: string) => Promise<unknown>;
};

function Say(props: Shown & Said) {
  const navigate = useNavigate();
  const act = useVisitAct();
  const back = () => visitAddress(props.area, props.visit.id);
  const form = createForm({
    initial: { words: "" },
    check: ({ words }) => ({ words: words.trim() === "" ? props.missing : undefined }),
    submit: async ({ words }) => {
      const outcome = await act(() => props.send(words));
      if (outcome.done) {
        announce(props.after);
        navigate(back());
      }
      return outcome;
    },
  });
  return (
    <Page
      title={props.title}
      caption={captionOf(props)}
      lead={props.lead}
      before={<BackLink href={back()} />}
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel={props.submitLabel}>
        <TextArea label={props.label} limit={2000} {...form.field("words")} />
      </Form>
    </Page>
  );
}

function Cancel(props: Shown) {
  const seen = () => ({ area: props.area, id: props.visit.id, version: props.visit.version });
  return (
    <Say
      {...props}
      title="Cancel the visit"
      lead="Both sides are told. The days can be planned again."
      label="Why is it cancelled?"
      missing="Say why"
      submitLabel="Cancel the visit"
      after="The visit was cancelled"
      send={(reason) => api.visit.cancel.mutate({ ...seen(), reason })}
    />
  );
}

function Inaccurate(props: Shown) {
  const seen = () => ({ area: props.area, id: props.visit.id, version: props.visit.version });
  return (
    <Say
      {...props}
      title="Say what is not accurate"
      lead="The leader puts it right. What stands there now stays beside the new record."
      label="What is wrong in the record?"
      missing="Say what is wrong"
      submitLabel="Send to the leader"
      after="The leader was told what is wrong"
      send={(wrong) => api.visit.markInaccurate.mutate({ ...seen(), wrong })}
    />
  );
}

/** A visit is moved, cancelled, or its record questioned. */
export function ActOnVisit() {
  const slug = useAreaSlug();
  const params = useParams();
  const visit = useVisit(() => ({ area: slug(), id: params["visit"] ?? "" }));
  return (
    <Loaded query={visit} what="Loading the visit">
      {(known) => (
        <Switch fallback={<NotFound />}>
          <Match when={params["act"] === "move"}>
            <Move area={slug()} visit={known()} />
          </Match>
          <Match when={params["act"] === "cancel"}>
            <Cancel area={slug()} visit={known()} />
          </Match>
          <Match when={params["act"] === "inaccurate"}>
            <Inaccurate area={slug()} visit={known()} />
          </Match>
        </Switch>
      )}
    </Loaded>
  );
}
