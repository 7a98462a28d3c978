import { createSignal, Show } from "solid-js";
import { useSession } from "../../../app/session.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { InsetText, Link, Page, PlainButton, SummaryList } from "../../../ui/index.ts";
import { useDevices, useJoined, useSecondFactor, useServices } from "../data.ts";

const factorWords = (state: { isSet: boolean; recoveryCodesLeft: number }): string =>
  state.isSet
    ? `An authenticator app, and ${state.recoveryCodesLeft === 1 ? "1 recovery code" : `${state.recoveryCodesLeft} recovery codes`}`
    : "None";

/** A person's own account, and the ways to change it. */
export function Account() {
  const session = useSession();
  const factor = useSecondFactor();
  const devices = useDevices();
  const services = useServices();
  const joined = useJoined();
  const [trouble, setTrouble] = createSignal<string>();
  const keepOwn = async () => {
    const { download } = await import("../../people/download.ts");
    setTrouble(await download("/files/account/everything.json", "everything-kept.json"));
  };
  return (
    <Page title="Your account">
      <Show when={trouble()}>
        {(words) => (
          <div role="alert">
            <InsetText>{words()}</InsetText>
          </div>
        )}
      </Show>
      <Loaded query={factor} what="Loading your account">
        {(state) => (
          <SummaryList
            rows={[
              { term: "Name", value: session.data?.name, changeHref: "/account/name" },
              { term: "Password", value: "Set", changeHref: "/account/password" },
              {
                term: "Second step",
                value: factorWords(state()),
                changeHref: "/account/second-factor",
              },
              ...(services.data?.length
                ? [
                    {
                      term: "Other ways to sign in",
                      value: joinedWords(joined.data?.length ?? 0),
                      changeHref: "/account/services",
                    },
                  ]
                : []),
              { term: "Mails to you", value: "When they come", changeHref: "/account/mail" },
              {
                term: "Signed in on",
                value: devices.data === undefined ? "" : deviceWords(devices.data.length),
                changeHref: "/account/devices",
              },
            ]}
          />
        )}
      </Loaded>
      <p class="govuk-body">
        <Link href="/places">Your places</Link>
      </p>
      <p class="govuk-body">
        <PlainButton onPress={() => void keepOwn()}>
          Download everything that is kept about you
        </PlainButton>
      </p>
    </Page>
  );
}

const deviceWords = (count: number): string => (count === 1 ? "1 device" : `${count} devices`);
const joinedWords = (count: number): string => {
  if (count === 0) return "None is joined";
  return count === 1 ? "1 account is joined" : `${count} accounts are joined`;
};
