import { useNavigate, useParams } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { BackLink, createForm, Page } from "../../../ui/index.ts";
import { answersFrom, faultsOf, termsOf, type TermsAnswers } from "../answers.ts";
import {
  useAgreementChoices,
  useDeployment,
  useDeploymentAct,
  type AgreementChoices,
  type DeploymentPage,
  type Terms,
} from "../data.ts";
import { TermsForm } from "../parts/terms-form.tsx";

type Kind = "draft" | "amendment";
type Shown = { area: string; page: DeploymentPage; choices: AgreementChoices; kind: Kind };

const texts = {
  draft: {
    title: "Write the agreement",
    lead: "Drafted from the need and the offer. The head, the leader and the coordinator write it together; nothing is signed yet.",
    submit: "Save and check",
  },
  amendment: {
    title: "Change the agreement",
    lead: "The new version is signed by all three again. Until then the version in force counts.",
    submit: "Send out to be signed",
  },
} as const;

function EditForm(props: Shown & { terms: Terms }) {
  const navigate = useNavigate();
  const act = useDeploymentAct();
  const back = () => inArea(props.area, `/deployments/${props.page.id}`);
  const form = createForm<TermsAnswers>({
    initial: untrack(() => answersFrom(props.terms, props.choices)),
    check: (values) => faultsOf(values, props.choices),
    submit: async (values) => {
      const { id, version } = props.page;
      const input = { area: props.area, id, version, terms: termsOf(values) };
      const outcome = await act(() =>
        props.kind === "draft"
          ? api.deployment.revise.mutate(input)
          : api.deployment.amend.mutate(input),
      );
      if (outcome.done) navigate(props.kind === "draft" ? `${back()}/check` : back());
      return outcome;
    },
  });
  return (
    <Page
      title={texts[props.kind].title}
      caption={`${props.page.leader.name} for ${props.page.school}`}
      lead={texts[props.kind].lead}
      before={<BackLink href={back()} />}
      error={form.problems().length > 0}
    >
      <div class="a-write">
        <TermsForm form={form} choices={props.choices} submitLabel={texts[props.kind].submit} />
      </div>
    </Page>
  );
}

function Edit(props: Shown) {
  // Asked once: whoever writes keeps the page, whatever arrives meanwhile; what is too late is refused with the words kept.
  const allowed = untrack(() =>
    props.kind === "draft" ? props.page.may.write : props.page.may.amend,
  );
  const terms = untrack(() => (allowed ? props.page.terms : null));
  return (
    <Show when={terms} fallback={<NotFound />}>
      {(known) => <EditForm {...props} terms={known()} />}
    </Show>
  );
}

const editing = (kind: Kind) =>
  function EditAgreement() {
    const slug = useAreaSlug();
    const params = useParams();
    const given = () => ({ area: slug(), id: params["deployment"] ?? "" });
    const page = useDeployment(given);
    const choices = useAgreementChoices(given);
    return (
      <Loaded query={choices} what="Loading the lists">
        {(lists) => (
          <Loaded query={page} what="Loading the agreement">
            {(known) => <Edit area={slug()} page={known()} choices={lists()} kind={kind} />}
          </Loaded>
        )}
      </Loaded>
    );
  };

/** The draft of an agreement, on one page. */
export const WriteAgreement = editing("draft");

/** A change of an agreement that is in force, begun from what is in force. */
export const ChangeAgreement = editing("amendment");
