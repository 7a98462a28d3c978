import { createSignal, For, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { announce, Button, ButtonRow, Details, InsetText, LinkButton } from "../../../ui/index.ts";
import { useOfferAct, type OfferPage } from "../data.ts";
import { sideWords } from "../words.ts";
import { yesOf, yesWords } from "./yes.ts";

type Shown = { area: string; offer: OfferPage };

type Press = {
  readonly label: string;
  readonly after: string;
  readonly work: () => Promise<unknown>;
};

/** What the awaited side says with one click. */
const yesPress = ({ area, offer }: Shown, key: string): readonly Press[] => {
  const yes = yesOf(offer);
  if (yes === undefined) return [];
  const { id, version } = offer;
  const seen = { area, id, version, key: `${yes}-${key}` };
  return [{ ...yesWords[yes], work: () => api.offer[yes].mutate(seen) }];
};

/** What the coordinator does with one click. */
const brokerPresses = ({ area, offer }: Shown, key: string): readonly Press[] => {
  const { id, version, may } = offer;
  const take = {
    label: "Take these days",
    after: "The offer has the days that the leader proposed",
    work: () => api.offer.take.mutate({ area, id, version, key: `take-${key}` }),
  };
  const remind = {
    label: "Send the mail again",
    after: "The mail was sent again, with a new link",
    work: () => api.offer.remind.mutate({ area, id }),
  };
  return [...(may.settle ? [take] : []), ...(may.remind ? [remind] : [])];
};

type Way = { readonly label: string; readonly to: string };

const sideWays = ({ may }: OfferPage): readonly Way[] => [
  ...(may.ask ? [{ label: "Ask the coordinator", to: "ask" }] : []),
  ...(may.propose ? [{ label: "Propose other days", to: "propose" }] : []),
  ...(may.decline ? [{ label: "Decline", to: "decline" }] : []),
];

const brokerWays = ({ may }: OfferPage): readonly Way[] => [
  ...(may.answer ? [{ label: "Answer the leader", to: "answer" }] : []),
  ...(may.settle ? [{ label: "Keep to the offer", to: "keep" }] : []),
  ...(may.withdraw ? [{ label: "Withdraw the offer", to: "withdraw" }] : []),
];

const leading = [...Object.values(yesWords).map(({ label }) => label), "Take these days"];

function Row(props: Shown & { presses: readonly Press[]; ways: readonly Way[] }) {
  const act = useOfferAct();
  const [trouble, setTrouble] = createSignal("");
  const [pending, setPending] = createSignal("");
  const press = async ({ label, after, work }: Press) => {
    setPending(label);
    const outcome = await act(work);
    setPending("");
    setTrouble(outcome.done ? "" : (outcome.message ?? "Nothing was changed. Try again."));
    if (outcome.done) announce(after);
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
        <For each={props.presses}>
          {(each) => (
            <Button
              kind={leading.includes(each.label) ? "main" : "secondary"}
              pending={pending() === each.label}
              onPress={() => void press(each)}
            >
              {each.label}
            </Button>
          )}
        </For>
        <For each={props.ways}>
          {(way) => (
            <LinkButton
              kind={way.to === "answer" ? "main" : "secondary"}
              href={inArea(props.area, `/offers/${props.offer.id}/${way.to}`)}
            >
              {way.label}
            </LinkButton>
          )}
        </For>
      </ButtonRow>
    </>
  );
}

/** What may be done to an offer. Whoever brokers it has the answers of a side in a fold: they are given on its behalf. */
export function Acts(props: Shown) {
  const key = crypto.randomUUID();
  const side = () => <Row {...props} presses={yesPress(props, key)} ways={sideWays(props.offer)} />;
  return (
    <Show when={props.offer.may.broker} fallback={side()}>
      <Row {...props} presses={brokerPresses(props, key)} ways={brokerWays(props.offer)} />
      <Show when={props.offer.may.decline ? props.offer.awaited : undefined} keyed>
        {(awaited) => (
          <Details summary={`Answer on behalf of ${sideWords[awaited].toLowerCase()}`}>
            <p class="govuk-body">The record says that you answered for them.</p>
            {side()}
          </Details>
        )}
      </Show>
    </Show>
  );
}
