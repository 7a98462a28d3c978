import { Navigate, useSearchParams } from "@solidjs/router";
import { createSignal, Match, Switch } from "solid-js";
import { useSession, useSignOut } from "../../../app/session.ts";
import { Page, PlainButton } from "../../../ui/index.ts";
import { safeReturn } from "../home-address.ts";
import { CodeForm } from "../parts/code-form.tsx";
import { Enrol } from "../parts/enrol.tsx";
import { RecoveryCodes } from "../parts/recovery-codes.tsx";

function SignOut() {
  const signOut = useSignOut();
  return <PlainButton onPress={() => void signOut()}>Sign out</PlainButton>;
}

/** What a sign-in still lacks: a code, or an app to make codes with. Nothing else is shown until then. */
export function SecondFactor() {
  const session = useSession();
  const [search] = useSearchParams();
  const [codes, setCodes] = createSignal<readonly string[]>();
  const goOn = () => window.location.assign(safeReturn(search["from"]));
  return (
    <Switch>
      <Match when={codes()}>
        {(shown) => (
          <Page title="Keep your recovery codes">
            <RecoveryCodes codes={shown()} onKept={goOn} />
          </Page>
        )}
      </Match>
      <Match when={session.data?.awaits === "enrolment"}>
        <Page
          title="Set up a second step"
          lead="Your role sees or changes what belongs to others. It needs a code from your phone as well as your password."
        >
          <Enrol onCodes={setCodes} />
          <SignOut />
        </Page>
      </Match>
      <Match when={session.data?.awaits === "second-factor"}>
        <Page title="Enter your code">
          <CodeForm submitLabel="Sign in" onProved={goOn} />
          <SignOut />
        </Page>
      </Match>
      <Match when={session.data?.awaits === null}>
        <Navigate href={safeReturn(search["from"])} />
      </Match>
    </Switch>
  );
}
