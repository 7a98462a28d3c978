import { createSignal, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  announce,
  BackLink,
  Button,
  ButtonRow,
  CopyButton,
  InsetText,
  Page,
  WarningButton,
} from "../../../ui/index.ts";
import { visitsAddress } from "../addresses.ts";
import { useFeed, useVisitAct } from "../data.ts";

const addressOf = (token: string): string => `${window.location.origin}/calendar/${token}.ics`;

function Address(props: { token: string }) {
  return (
    <InsetText>
      <p>Your private address. It is shown this once: copy it into your calendar now.</p>
      <p class="a-words">{addressOf(props.token)}</p>
      <CopyButton text={addressOf(props.token)} label="Copy the address" />
    </InsetText>
  );
}

/** A private address by which the reader's own calendar shows the visits. */
export function OwnCalendar() {
  const slug = useAreaSlug();
  const feed = useFeed();
  const act = useVisitAct();
  const [token, setToken] = createSignal<string>();
  const [trouble, setTrouble] = createSignal<string>();
  const make = async () => {
    const outcome = await act(async () => setToken((await api.visit.makeFeed.mutate()).token));
    setTrouble(outcome.done ? undefined : outcome.message);
    if (outcome.done) announce("A private address was made");
  };
  const end = async () => {
    const outcome = await act(() => api.visit.endFeed.mutate());
    setTrouble(outcome.done ? undefined : outcome.message);
    if (outcome.done) {
      setToken(undefined);
      announce("The address opens nothing any more");
    }
  };
  return (
    <Loaded query={feed} what="Loading your calendar">
      {(known) => (
        <Page
          title="Visits in your calendar"
          lead="Outlook, Google and Apple calendars can follow a private address that shows your visits. Whoever has the address can read them: do not pass it on."
          before={<BackLink href={visitsAddress(slug())} />}
        >
          <Show when={trouble()}>
            <InsetText>{trouble()}</InsetText>
          </Show>
          <Show when={token()}>{(own) => <Address token={own()} />}</Show>
          <Show when={known().since}>
            {(since) => (
              <p class="govuk-body">{`An address of yours is in use since ${toDateWords(since())}.`}</p>
            )}
          </Show>
          <ButtonRow>
            <Button onPress={() => void make()}>
              {known().since === null ? "Make a private address" : "Make another address"}
            </Button>
            <Show when={known().since}>
              <WarningButton onPress={() => void end()}>End the address</WarningButton>
            </Show>
          </ButtonRow>
        </Page>
      )}
    </Loaded>
  );
}
