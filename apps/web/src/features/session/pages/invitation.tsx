import { useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Match, Show, Switch, untrack } from "solid-js";
import { useSession, useSignOut } from "../../../app/session.ts";
import { api } from "../../../lib/api.ts";
import { sentenceOf } from "../../../lib/trouble.ts";
import { toDateWords } from "../../../lib/words.ts";
import {
  Button,
  createForm,
  Form,
  InsetText,
  LinkButton,
  Page,
  SummaryList,
  TextField,
} from "../../../ui/index.ts";
import { ClosedLink } from "../parts/closed-link.tsx";
import { ServiceButtons } from "../parts/service-buttons.tsx";
import { checkPassword, NewPassword } from "../parts/password-fields.tsx";
import { roleWords } from "../role-words.ts";
import { sending } from "../sending.ts";

type Invitation = Awaited<ReturnType<typeof api.invitation.open.query>>;
type PartProps = { token: string; invitation: Invitation };

const home = () => window.location.assign("/");

function NewAccount(props: PartProps) {
  const form = createForm({
    initial: untrack(() => ({ name: props.invitation.name ?? "", password: "" })),
    check: ({ name, password }) => ({
      name: name.trim() === "" ? "Enter your name" : undefined,
      password: checkPassword(password),
    }),
    submit: (values) =>
      sending(
        async () => {
          await api.invitation.accept.mutate({ token: props.token, ...values });
          home();
        },
        { "password-refused": "password" },
      ),
  });
  return (
    <Form form={form} submitLabel="Accept and sign in">
      <input type="hidden" name="username" autocomplete="username" value={props.invitation.email} />
      <TextField
        label="Your name"
        hint="As colleagues know you"
        autocomplete="name"
        {...form.field("name")}
      />
      <NewPassword label="Choose a password" bound={form.field("password")} />
    </Form>
  );
}

function Join(props: PartProps) {
  const [trouble, setTrouble] = createSignal<string>();
  const session = useSession();
  const signOut = useSignOut();
  const join = async () => {
    try {
      await api.invitation.join.mutate({ token: props.token });
      home();
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <>
      <Show when={trouble()}>
        <div role="alert">
          <InsetText>{trouble()}</InsetText>
          <Button kind="secondary" onPress={() => void signOut()}>
            Sign out
          </Button>
        </div>
      </Show>
      <p class="govuk-body">{`You are signed in as ${session.data?.name ?? ""}.`}</p>
      <Button onPress={() => void join()}>Accept the invitation</Button>
    </>
  );
}

/** Who invites to what, then the shortest way in. Opening the page uses nothing up. */
export function InvitationPage() {
  const params = useParams();
  const session = useSession();
  const token = () => params["token"] ?? "";
  const query = useQuery(() => ({
    queryKey: ["invitation", token()],
    queryFn: () => api.invitation.open.query({ token: token() }),
  }));
  const signIn = () => `/sign-in?from=${encodeURIComponent(`/invitation/${token()}`)}`;
  const rows = (open: Invitation) => [
    { term: "Your part", value: roleWords[open.grant.role] },
    ...(open.schoolName === null ? [] : [{ term: "School", value: open.schoolName }]),
    ...(open.organisationName === null
      ? []
      : [{ term: "Organisation", value: open.organisationName }]),
    ...(open.zoneName === null ? [] : [{ term: "Zone", value: open.zoneName }]),
    { term: "Area", value: open.areaName ?? "All areas" },
    { term: "For", value: open.email },
    { term: "Until", value: toDateWords(new Date(open.expiresAt).toISOString()) },
  ];
  return (
    <ClosedLink query={query} otherwise={{ text: "Sign in", href: "/sign-in" }}>
      {(open) => (
        <Page title="Your invitation" lead={leadOf(open())}>
          <SummaryList rows={rows(open())} />
          <Switch
            fallback={
              <>
                <NewAccount token={token()} invitation={open()} />
                <ServiceButtons
                  lead="Or accept with an account that you have elsewhere, without a password here."
                  purpose={{ kind: "invitation", token: token() }}
                />
              </>
            }
          >
            <Match when={session.data}>
              <Join token={token()} invitation={open()} />
            </Match>
            <Match when={open().hasAccount}>
              <p class="govuk-body">
                You have an account already. Sign in, and you come back here to accept.
              </p>
              <LinkButton href={signIn()}>Sign in to accept</LinkButton>
            </Match>
          </Switch>
        </Page>
      )}
    </ClosedLink>
  );
}

const leadOf = ({ invitedBy }: Invitation): string =>
  `${invitedBy === null ? "You are invited" : `${invitedBy} invites you`} to Alongside, where schools find and give support to each other.`;
