import { createSignal, For, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { sentenceOf } from "../../../lib/trouble.ts";
import { withProof } from "../../../lib/step-up.ts";
import { toDateWords } from "../../../lib/words.ts";
import {
  announce,
  Button,
  ButtonRow,
  Dialog,
  EmptyState,
  Heading,
  InsetText,
  Page,
  PlainButton,
  Table,
  WarningButton,
} from "../../../ui/index.ts";
import {
  useAccountRefresh,
  useJoined,
  useSecondFactor,
  useServices,
  type JoinedAccount,
} from "../data.ts";
import { AccountTrail } from "../parts/account-trail.tsx";
import { JoinAccount } from "../parts/join-account.tsx";

function Joined(props: {
  accounts: readonly JoinedAccount[];
  nameOf: (id: string) => string;
  onUnjoin: (account: JoinedAccount) => void;
}) {
  return (
    <Table
      caption="Joined accounts"
      captionHidden
      rows={props.accounts}
      empty={
        <EmptyState title="None is joined yet">
          <p class="govuk-body">Once one is, it signs you in here with one press.</p>
        </EmptyState>
      }
      columns={[
        {
          key: "service",
          header: "Service",
          rowHeader: true,
          cell: (account) => props.nameOf(account.provider),
        },
        {
          key: "since",
          header: "Joined",
          cell: ({ linkedAt, lastUsedAt }) =>
            `${toDateWords(linkedAt)}, ${lastUsedAt === null ? "not used yet" : `used last on ${toDateWords(lastUsedAt)}`}`,
        },
        {
          key: "acts",
          header: "Change",
          numeric: true,
          cell: (account) => (
            <PlainButton
              about={props.nameOf(account.provider)}
              onPress={() => props.onUnjoin(account)}
            >
              Unjoin
            </PlainButton>
          ),
        },
      ]}
    />
  );
}

/** The accounts at other services that open this one. */
export function Services() {
  const services = useServices();
  const joined = useJoined();
  const factor = useSecondFactor();
  const refresh = useAccountRefresh();
  const [asked, setAsked] = createSignal<JoinedAccount>();
  const [trouble, setTrouble] = createSignal<string>();
  const nameOf = (id: string) => services.data?.find((each) => each.id === id)?.name ?? id;
  const unjoin = async ({ issuer, subject, provider }: JoinedAccount) => {
    setAsked(undefined);
    try {
      await withProof(() => api.external.unlink.mutate({ issuer, subject }));
      announce(`Your account at ${nameOf(provider)} is no longer joined`);
      await refresh();
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <Page
      title="Other ways to sign in"
      lead="Join an account that you have at another service, and sign in with that. Your role here stays what it is."
      before={<AccountTrail />}
    >
      <Show when={trouble()}>
        <div role="alert">
          <InsetText>{trouble()}</InsetText>
        </div>
      </Show>
      <Loaded query={joined} what="Loading your joined accounts">
        {(accounts) => <Joined accounts={accounts()} nameOf={nameOf} onUnjoin={setAsked} />}
      </Loaded>
      <Heading level={2} size="m">
        Join another
      </Heading>
      <Loaded query={services} what="Loading the services">
        {(all) => (
          <Show
            when={all().length > 0 && factor.data}
            fallback={<p class="govuk-body">No other service is set up here.</p>}
          >
            {(state) => <JoinAccount services={all()} hasFactor={state().isSet} />}
          </Show>
        )}
      </Loaded>
      <For each={[asked()].filter((account) => account !== undefined)}>
        {(account) => (
          <Dialog
            open
            title={`Unjoin your account at ${nameOf(account.provider)}?`}
            onClose={() => setAsked(undefined)}
          >
            <p class="govuk-body">
              It no longer signs you in here. You can still sign in with your password, and set one
              by mail if you have none.
            </p>
            <ButtonRow>
              <WarningButton onPress={() => void unjoin(account)}>Unjoin</WarningButton>
              <Button kind="secondary" onPress={() => setAsked(undefined)}>
                Go back
              </Button>
            </ButtonRow>
          </Dialog>
        )}
      </For>
    </Page>
  );
}
