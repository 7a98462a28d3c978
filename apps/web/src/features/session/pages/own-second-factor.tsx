import { createSignal, Match, Show, Switch } from "solid-js";
import { api } from "../../../lib/api.ts";
import { sentenceOf } from "../../../lib/trouble.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { withProof } from "../../../lib/step-up.ts";
import {
  Button,
  ButtonRow,
  Dialog,
  InsetText,
  NotificationBanner,
  Page,
  WarningButton,
} from "../../../ui/index.ts";
import { useAccountRefresh, useSecondFactor } from "../data.ts";
import { AccountTrail } from "../parts/account-trail.tsx";
import { Enrol } from "../parts/enrol.tsx";
import { RecoveryCodes } from "../parts/recovery-codes.tsx";

type State = { readonly isNeeded: boolean; readonly recoveryCodesLeft: number };
type ManageProps = {
  state: State;
  onCodes: (codes: readonly string[]) => void;
  onRemoved: () => void;
};

function Manage(props: ManageProps) {
  const [asks, setAsks] = createSignal(false);
  const [trouble, setTrouble] = createSignal<string>();
  const attempt = async (work: () => Promise<void>) => {
    setAsks(false);
    try {
      await withProof(work);
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  const renew = async () =>
    props.onCodes((await api.identity.renewRecoveryCodes.mutate()).recoveryCodes);
  const remove = async () => {
    await api.identity.removeSecondFactor.mutate();
    props.onRemoved();
  };
  return (
    <>
      <Show when={trouble()}>
        <div role="alert">
          <InsetText>{trouble()}</InsetText>
        </div>
      </Show>
      <p class="govuk-body">
        {`Your authenticator app is set up. Recovery codes left: ${props.state.recoveryCodesLeft} of 10.`}
      </p>
      <ButtonRow>
        <Button kind="secondary" onPress={() => void attempt(renew)}>
          Make new recovery codes
        </Button>
        <WarningButton onPress={() => setAsks(true)}>Remove the app</WarningButton>
      </ButtonRow>
      <Dialog open={asks()} title="Remove your app?" onClose={() => setAsks(false)}>
        <p class="govuk-body">
          {props.state.isNeeded
            ? "Your role needs a second step: you set up another app straight away. Your other devices are signed out."
            : "Your password alone will sign you in. Your other devices are signed out."}
        </p>
        <ButtonRow>
          <WarningButton onPress={() => void attempt(remove)}>Remove it</WarningButton>
          <Button kind="secondary" onPress={() => setAsks(false)}>
            Go back
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  );
}

/** The person's own second factor: set up, new recovery codes, removed. */
export function OwnSecondFactor() {
  const factor = useSecondFactor();
  const refresh = useAccountRefresh();
  const [codes, setCodes] = createSignal<readonly string[]>();
  const [removed, setRemoved] = createSignal(false);
  const kept = async () => {
    await refresh();
    setCodes(undefined);
  };
  const onRemoved = async () => {
    setRemoved(true);
    await refresh();
  };
  return (
    <Page title="Second step at sign-in" before={<AccountTrail />}>
      <Show when={removed() && factor.data?.isSet === false}>
        <NotificationBanner kind="success" title="Your app is removed" />
      </Show>
      <Loaded query={factor} what="Loading your second step">
        {(state) => (
          <Switch fallback={<Enrol onCodes={setCodes} />}>
            <Match when={codes()}>
              {(shown) => <RecoveryCodes codes={shown()} onKept={() => void kept()} />}
            </Match>
            <Match when={state().isSet}>
              <Manage state={state()} onCodes={setCodes} onRemoved={() => void onRemoved()} />
            </Match>
          </Switch>
        )}
      </Loaded>
    </Page>
  );
}
