import { useNavigate, useParams } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { useSession } from "../../../app/session.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  BackLink,
  createForm,
  Form,
  InsetText,
  Link,
  Page,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import { useDeployment, useDeploymentAct, type DeploymentPage, type Version } from "../data.ts";
import { Agreement } from "../parts/agreement.tsx";
import { Conflicts } from "../parts/conflicts.tsx";
import { shortHash, Signatures } from "../parts/signatures.tsx";
import { signatoryWords } from "../words.ts";

type Signer = DeploymentPage["signsAs"][number];
type Shown = { area: string; page: DeploymentPage; version: Version; signer: Signer };

const createSignForm = (props: Shown) => {
  const navigate = useNavigate();
  const act = useDeploymentAct();
  const isOwn = untrack(() => props.signer.isOwn);
  return createForm({
    initial: { typedName: "", consent: "" },
    check: ({ typedName, consent }) => ({
      typedName: typedName.trim() === "" ? "Type your name" : undefined,
      consent: !isOwn && consent.trim() === "" ? "Say how they agreed" : undefined,
    }),
    submit: async ({ typedName, consent }) => {
      const { page, version, signer, area } = props;
      const outcome = await act(() =>
        api.deployment.sign.mutate({
          area,
          id: page.id,
          signatory: signer.signatory,
          typedName,
          hash: version.hash,
          ...(signer.isOwn ? {} : { consent }),
        }),
      );
      if (outcome.done) navigate(inArea(area, `/deployments/${page.id}`));
      return outcome;
    },
  });
};

function Whole(props: Shown) {
  const session = useSession();
  const form = createSignForm(props);
  const back = () => inArea(props.area, `/deployments/${props.page.id}`);
  const part = () => signatoryWords[props.signer.signatory].toLowerCase();
  return (
    <Page
      title={props.signer.isOwn ? "Read and sign the agreement" : `Sign on behalf of the ${part()}`}
      caption={`${props.page.leader.name} for ${props.page.school} · version ${props.version.number}, sent out on ${toDateWords(props.version.issuedAt)}`}
      before={<BackLink href={back()} />}
      error={form.problems().length > 0}
    >
      <Conflicts area={props.area} conflicts={props.page.conflicts} />
      <Show when={props.version.terms}>
        {(terms) => (
          <>
            <h2 class="govuk-heading-m">What you sign</h2>
            <Agreement terms={terms()} page={props.page} />
          </>
        )}
      </Show>
      <h2 class="govuk-heading-m">Signatures so far</h2>
      <Signatures page={props.page} version={props.version} />
      <h2 class="govuk-heading-m">Your signature</h2>
      <InsetText>
        {`You sign as ${part()}: version ${props.version.number}, fingerprint ${shortHash(props.version.hash)}. Not right yet? `}
        <Link href={`${back()}/take-back`}>Ask for a change</Link>
      </InsetText>
      <Form form={form} submitLabel="Sign">
        <Show when={!props.signer.isOwn}>
          <TextArea
            label="How they agreed"
            hint="For example, they signed a paper copy on 3 March. It is kept with the signature."
            rows={3}
            limit={500}
            {...form.field("consent")}
          />
        </Show>
        <TextField
          label="Type your name"
          hint={`As on your account: ${session.data?.name ?? ""}`}
          autocomplete="name"
          spellcheck={false}
          {...form.field("typedName")}
        />
      </Form>
    </Page>
  );
}

function Sign(props: { area: string; page: DeploymentPage; signatory: string | undefined }) {
  // Asked once: what was opened is what is signed; a version that took its place meanwhile is refused.
  const found = untrack(() => {
    const { page, signatory } = props;
    const signer = page.signsAs.find((each) => each.signatory === signatory);
    const version = page.versions.find(({ number }) => number === page.toSign);
    return signer === undefined || version === undefined ? undefined : { signer, version };
  });
  return (
    <Show when={found} fallback={<NotFound />}>
      {(known) => <Whole area={props.area} page={props.page} {...known()} />}
    </Show>
  );
}

/** The version that is out, to be read whole and signed in the own name. */
export function SignAgreement() {
  const slug = useAreaSlug();
  const params = useParams();
  const page = useDeployment(() => ({ area: slug(), id: params["deployment"] ?? "" }));
  return (
    <Loaded query={page} what="Loading the agreement">
      {(known) => <Sign area={slug()} page={known()} signatory={params["signatory"]} />}
    </Loaded>
  );
}
