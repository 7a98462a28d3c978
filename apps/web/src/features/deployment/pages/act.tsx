import { useNavigate, useParams } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { BackLink, createForm, Form, Page, TextArea } from "../../../ui/index.ts";
import { useDeployment, useDeploymentAct, type DeploymentPage } from "../data.ts";

type Seen = { readonly area: string; readonly id: DeploymentPage["id"]; readonly version: number };

type Act = {
  readonly title: string;
  readonly lead: string;
  readonly label: string | undefined;
  readonly submit: string;
  readonly isAllowed: (may: DeploymentPage["may"]) => boolean;
  readonly send: (seen: Seen, reason: string) => Promise<unknown>;
};

const acts: Readonly<Record<string, Act>> = {
  "take-back": {
    title: "Ask for a change",
    lead: "The version that is out is taken back, with your reason; everyone signs the next one anew.",
    label: "What should change?",
    submit: "Take this version back",
    isAllowed: ({ takeBack }) => takeBack,
    send: (seen, reason) => api.deployment.takeBack.mutate({ ...seen, reason }),
  },
  pause: {
    title: "Pause the work",
    lead: "The days stay promised to the school. Everyone concerned is told.",
    label: "Why does it pause?",
    submit: "Pause",
    isAllowed: ({ pause }) => pause,
    send: (seen, reason) => api.deployment.pause.mutate({ ...seen, reason }),
  },
  complete: {
    title: "Complete the work",
    lead: "Visits that are booked are let go, and days that were not used are given up. Then both sides say what came of it, neither seeing the other’s answer first.",
    label: undefined,
    submit: "The work is complete",
    isAllowed: ({ complete }) => complete,
    send: (seen) => api.deployment.complete.mutate(seen),
  },
  "end-early": {
    title: "End the work early",
    lead: "The days that were not given are free again. This cannot be taken back.",
    label: "Why does it end?",
    submit: "End the work",
    isAllowed: ({ endEarly }) => endEarly,
    send: (seen, reason) => api.deployment.endEarly.mutate({ ...seen, reason }),
  },
};

function ActForm(props: { area: string; page: DeploymentPage; act: Act }) {
  const navigate = useNavigate();
  const act = useDeploymentAct();
  const back = () => inArea(props.area, `/deployments/${props.page.id}`);
  const form = createForm({
    initial: { reason: "" },
    check: ({ reason }) => ({
      reason: props.act.label !== undefined && reason.trim() === "" ? "Enter a reason" : undefined,
    }),
    submit: async ({ reason }) => {
      const { id, version } = props.page;
      const outcome = await act(() => props.act.send({ area: props.area, id, version }, reason));
      if (outcome.done) navigate(back());
      return outcome;
    },
  });
  return (
    <Page
      title={props.act.title}
      caption={`${props.page.leader.name} for ${props.page.school}`}
      lead={props.act.lead}
      before={<BackLink href={back()} />}
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel={props.act.submit}>
        <Show when={props.act.label}>
          {(label) => (
            <TextArea
              label={label()}
              hint="Everyone concerned reads this"
              limit={1000}
              {...form.field("reason")}
            />
          )}
        </Show>
      </Form>
    </Page>
  );
}

function Allowed(props: { area: string; page: DeploymentPage; name: string | undefined }) {
  // Asked once: whoever writes keeps the page, whatever arrives meanwhile; what is too late is refused with the words kept.
  const act = untrack(() => {
    const found = acts[props.name ?? ""];
    return found?.isAllowed(props.page.may) === true ? found : undefined;
  });
  return (
    <Show when={act} fallback={<NotFound />}>
      {(known) => <ActForm area={props.area} page={props.page} act={known()} />}
    </Show>
  );
}

/** What is done to a deployment with words: a version taken back, a pause, the end. */
export function ActOnDeployment() {
  const slug = useAreaSlug();
  const params = useParams();
  const page = useDeployment(() => ({ area: slug(), id: params["deployment"] ?? "" }));
  return (
    <Loaded query={page} what="Loading the deployment">
      {(known) => (
        <Show when={params["act"]} keyed>
          {(name) => <Allowed area={slug()} page={known()} name={name} />}
        </Show>
      )}
    </Loaded>
  );
}
