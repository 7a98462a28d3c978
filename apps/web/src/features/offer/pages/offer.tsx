import { daysBetween, londonDateOf } from "@alongside/domain/calendar";
import { useParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords, toMomentWords } from "../../../lib/words.ts";
import {
  announce,
  Breadcrumbs,
  Button,
  ButtonRow,
  Clock,
  Columns,
  InsetText,
  Link,
  LinkButton,
  Page,
  Tag,
  Timeline,
  WhoActsNext,
} from "../../../ui/index.ts";
import { useOffer, useOfferAct, type OfferPage } from "../data.ts";
import { Brief } from "../parts/brief.tsx";
import { phaseWords, sideWords, stateColours, stateWords, toMomentTitle } from "../words.ts";

type Shown = { area: string; offer: OfferPage };
type Yes = "accept" | "release" | "confirm";

const yesWords: Readonly<Record<Yes, { readonly label: string; readonly after: string }>> = {
  accept: { label: "Accept the offer", after: "You accepted the offer" },
  release: { label: "Release the leader", after: "You released the leader" },
  confirm: { label: "Confirm the support", after: "You confirmed the support" },
};

const yesOf = ({ may }: OfferPage): Yes | undefined => {
  if (may.accept) return "accept";
  if (may.release) return "release";
  return may.confirm ? "confirm" : undefined;
};

function Next(props: Shown) {
  return (
    <Show when={props.offer.awaited}>
      {(awaited) => (
        <WhoActsNext
          who={yesOf(props.offer) === undefined ? sideWords[awaited()] : "You"}
          what={yesOf(props.offer) === undefined ? "answers" : "answer"}
          by={
            <Show when={props.offer.due}>
              {(due) => (
                <Clock
                  what="Answer"
                  days={daysBetween(props.offer.today, londonDateOf(due()))}
                  on={toDateWords(due())}
                />
              )}
            </Show>
          }
        />
      )}
    </Show>
  );
}

function Acts(props: Shown) {
  const act = useOfferAct();
  const key = crypto.randomUUID();
  const [trouble, setTrouble] = createSignal("");
  const [isPending, setPending] = createSignal(false);
  const say = async (yes: Yes) => {
    const { id, version } = props.offer;
    const seen = { area: props.area, id, version, key: `${yes}-${key}` };
    setPending(true);
    const outcome = await act(() => api.offer[yes].mutate(seen));
    setPending(false);
    setTrouble(outcome.done ? "" : (outcome.message ?? "Nothing was changed. Try again."));
    if (outcome.done) announce(yesWords[yes].after);
  };
  const below = (name: string) => inArea(props.area, `/offers/${props.offer.id}/${name}`);
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
        <Show when={yesOf(props.offer)}>
          {(yes) => (
            <Button pending={isPending()} onPress={() => void say(yes())}>
              {yesWords[yes()].label}
            </Button>
          )}
        </Show>
        <Show when={props.offer.may.decline}>
          <LinkButton kind="secondary" href={below("decline")}>
            Decline
          </LinkButton>
        </Show>
        <Show when={props.offer.may.withdraw}>
          <LinkButton kind="secondary" href={below("withdraw")}>
            Withdraw the offer
          </LinkButton>
        </Show>
      </ButtonRow>
    </>
  );
}

function End(props: Shown) {
  const again = () =>
    props.offer.may.broker && props.offer.need.id !== null && props.offer.state !== "confirmed";
  return (
    <>
      <Show when={props.offer.state === "confirmed"}>
        <InsetText>
          All sides have said yes. The days stay held while the agreement is written and signed.
        </InsetText>
      </Show>
      <Show when={props.offer.end}>
        {(end) => (
          <InsetText>
            <strong>{`${end().reason}. `}</strong>
            <span class="a-words">{end().text}</span>
          </InsetText>
        )}
      </Show>
      <Show when={props.offer.awaited === null && again()}>
        <p class="govuk-body">
          <Link href={inArea(props.area, `/needs/${props.offer.need.id}/shortlist`)}>
            Find the next leader for this need
          </Link>
        </p>
      </Show>
    </>
  );
}

const titleOf = ({ school, phase, zones }: OfferPage): string =>
  school === null
    ? `Support for a ${phaseWords(phase)} school in ${zones.join(", ") || "the area"}`
    : `Support for ${school}`;

function Whole(props: Shown) {
  return (
    <Page
      title={titleOf(props.offer)}
      caption={[props.offer.need.reference, `Offer to ${props.offer.leader.name}`]
        .filter(Boolean)
        .join(" · ")}
      before={<Breadcrumbs crumbs={[{ text: "Offers", href: inArea(props.area, "/offers") }]} />}
    >
      <p class="a-tags">
        <Tag colour={stateColours[props.offer.state]}>{stateWords[props.offer.state]}</Tag>
        <Show when={props.offer.isUrgent}>
          <Tag colour="red">Urgent</Tag>
        </Show>
      </p>
      <Next {...props} />
      <End {...props} />
      <Acts {...props} />
      <Columns kind="main-side">
        <div>
          <h2 class="govuk-heading-m">The offer in brief</h2>
          <Brief offer={props.offer} />
        </div>
        <div>
          <h2 class="govuk-heading-m">What happened</h2>
          <Timeline
            label="What happened"
            items={props.offer.timeline.map(({ at, kind, by, isOnBehalf }) => ({
              title: toMomentTitle(kind),
              at,
              when: toMomentWords(at),
              by: by === null ? undefined : `${by}${isOnBehalf ? ", on behalf of that side" : ""}`,
            }))}
          />
        </div>
      </Columns>
    </Page>
  );
}

/** An offer's own page: who answers next and by when, the brief, and the one click that answers it. */
export function OneOffer() {
  const slug = useAreaSlug();
  const params = useParams();
  const offer = useOffer(() => ({ area: slug(), id: params["offer"] ?? "" }));
  return (
    <Loaded query={offer} what="Loading the offer">
      {(known) => <Whole area={slug()} offer={known()} />}
    </Loaded>
  );
}
