import { Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { ActRow, type Press, type Way } from "../../../lib/act-row.tsx";
import { api } from "../../../lib/api.ts";
import { Details } from "../../../ui/index.ts";
import { useOfferAct, type OfferPage } from "../data.ts";
import { sideWords } from "../words.ts";
import { yesOf, yesWords } from "./yes.ts";

type Shown = { area: string; offer: OfferPage };

/** What the awaited side says with one click. */
const yesPress = ({ area, offer }: Shown, key: string): readonly Press[] => {
  const yes = yesOf(offer);
  if (yes === undefined) return [];
  const { id, version } = offer;
  const seen = { area, id, version, key: `${yes}-${key}` };
  return [{ ...yesWords[yes], work: () => api.offer[yes].mutate(seen), isMain: true }];
};

/** What the coordinator does with one click. */
const brokerPresses = ({ area, offer }: Shown, key: string): readonly Press[] => {
  const { id, version, may } = offer;
  const take = {
    label: "Take these days",
    after: "The offer has the days that the leader proposed",
    work: () => api.offer.take.mutate({ area, id, version, key: `take-${key}` }),
    isMain: true,
  };
  const remind = {
    label: "Send the mail again",
    after: "The mail was sent again, with a new link",
    work: () => api.offer.remind.mutate({ area, id }),
  };
  return [...(may.settle ? [take] : []), ...(may.remind ? [remind] : [])];
};

const wayOf =
  ({ area, offer }: Shown) =>
  (label: string, to: string, isMain = false): Way => ({
    label,
    href: inArea(area, `/offers/${offer.id}/${to}`),
    isMain,
  });

const sideWays = (shown: Shown): readonly Way[] => {
  const { may } = shown.offer;
  const way = wayOf(shown);
  return [
    ...(may.ask ? [way("Ask the coordinator", "ask")] : []),
    ...(may.propose ? [way("Propose other days", "propose")] : []),
    ...(may.decline ? [way("Decline", "decline")] : []),
  ];
};

/** What was prepared is sent from the form that every offer is sent from. */
const sendWays = ({ area, offer }: Shown): readonly Way[] => {
  const { need, leader, may } = offer;
  if (!may.send || need.id === null) return [];
  const href = inArea(area, `/needs/${need.id}/offer/${leader.personId}`);
  return [{ label: "Send it", href, isMain: true }];
};

const brokerWays = (shown: Shown): readonly Way[] => {
  const { may } = shown.offer;
  const way = wayOf(shown);
  return [
    ...sendWays(shown),
    ...(may.answer ? [way("Answer the leader", "answer", true)] : []),
    ...(may.settle ? [way("Keep to the offer", "keep")] : []),
    ...(may.withdraw ? [way("Withdraw the offer", "withdraw")] : []),
  ];
};

function Row(props: Shown & { presses: readonly Press[]; ways: readonly Way[] }) {
  const act = useOfferAct();
  return <ActRow act={act} presses={props.presses} ways={props.ways} />;
}

/** What may be done to an offer. Whoever brokers it has the answers of a side in a fold: they are given on its behalf. */
export function Acts(props: Shown) {
  const key = crypto.randomUUID();
  const side = () => <Row {...props} presses={yesPress(props, key)} ways={sideWays(props)} />;
  return (
    <Show when={props.offer.may.broker} fallback={side()}>
      <Row {...props} presses={brokerPresses(props, key)} ways={brokerWays(props)} />
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
