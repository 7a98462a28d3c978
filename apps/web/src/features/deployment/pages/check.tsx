import { useNavigate, useParams } from "@solidjs/router";
import { createResource, createSignal, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  BackLink,
  Button,
  ButtonRow,
  InsetText,
  LinkButton,
  Page,
  WarningText,
} from "../../../ui/index.ts";
import { useDeployment, useDeploymentAct, type DeploymentPage } from "../data.ts";
import { Agreement } from "../parts/agreement.tsx";
import { Conflicts } from "../parts/conflicts.tsx";

type Shown = { area: string; page: DeploymentPage };
type Fault = NonNullable<DeploymentPage["fault"]>;

function Missing(props: { fault: Fault }) {
  const [words] = createResource(
    () => props.fault,
    async (fault) => (await import("../../../lib/refusal-words.ts")).sentenceFor(fault),
  );
  return <Show when={words()}>{(sentence) => <WarningText>{sentence()}</WarningText>}</Show>;
}

function Send(props: Shown) {
  const navigate = useNavigate();
  const act = useDeploymentAct();
  const [trouble, setTrouble] = createSignal("");
  const [pending, setPending] = createSignal(false);
  const here = (below: string) => inArea(props.area, `/deployments/${props.page.id}${below}`);
  const send = async () => {
    setPending(true);
    const { id, version } = props.page;
    const seen = { area: props.area, id, version };
    const outcome = await act(() => api.deployment.issue.mutate(seen));
    setPending(false);
    setTrouble(outcome.done ? "" : (outcome.message ?? "Nothing was sent. Try again."));
    if (outcome.done) navigate(here(""));
  };
  return (
    <>
      <Show when={trouble()}>
        {(words) => (
          <div role="alert">
            <InsetText>{words()}</InsetText>
          </div>
        )}
      </Show>
      <ButtonRow>
        <Show when={props.page.may.issue && props.page.fault === null}>
          <Button pending={pending()} onPress={() => void send()}>
            Send out to be signed
          </Button>
        </Show>
        <Show when={props.page.may.write}>
          <LinkButton kind="secondary" href={here("/agreement")}>
            Change something
          </LinkButton>
        </Show>
      </ButtonRow>
    </>
  );
}

function Whole(props: Shown) {
  return (
    <Page
      title="Check the agreement"
      caption={`${props.page.leader.name} for ${props.page.school}`}
      lead={
        props.page.may.issue
          ? "Once it is out, its words stand still: the head, the leader and the head of the home school sign exactly this."
          : "The coordinator sends it out once it is whole."
      }
      before={<BackLink href={inArea(props.area, `/deployments/${props.page.id}`)} />}
    >
      <Conflicts area={props.area} conflicts={props.page.conflicts} />
      <Show when={props.page.fault}>{(fault) => <Missing fault={fault()} />}</Show>
      <Show when={props.page.terms}>
        {(terms) => (
          <>
            <h2 class="govuk-heading-m">The draft</h2>
            <Agreement terms={terms()} page={props.page} />
          </>
        )}
      </Show>
      <Send {...props} />
    </Page>
  );
}

/** The draft as it would go out, with what it still lacks. */
export function CheckAgreement() {
  const slug = useAreaSlug();
  const params = useParams();
  const page = useDeployment(() => ({ area: slug(), id: params["deployment"] ?? "" }));
  return (
    <Loaded query={page} what="Loading the agreement">
      {(known) => <Whole area={slug()} page={known()} />}
    </Loaded>
  );
}
