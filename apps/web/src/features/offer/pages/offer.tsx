import { daysBetween, londonDateOf } from "@alongside/domain/calendar";
import { useParams } from "@solidjs/router";
import type { Answerer } from "@alongside/domain/offer";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { useLive } from "../../../lib/live.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords, toMomentWords } from "../../../lib/words.ts";
import {
  Breadcrumbs,
  Clock,
  Columns,
  InsetText,
  Link,
  Page,
  Tag,
  Timeline,
  WhoActsNext,
} from "../../../ui/index.ts";
import { Conflicts } from "../../deployment/parts/conflicts.tsx";
import { useOffer, type OfferPage } from "../data.ts";
import { FilesOfNeed } from "../../attachment/files.tsx";
import { Brief } from "../parts/brief.tsx";
import { Acts } from "../parts/acts.tsx";
import { yesOf } from "../parts/yes.ts";
import { NextLeader } from "../parts/next-leader.tsx";
import {
  phaseWords,
  sideWords,
  stateColours,
  stateWords,
  toMomentTitle,
  toOtherDaysWords,
  toSaidWords,
} from "../words.ts";

type Shown = { area: string; offer: OfferPage };
type NextWords = { readonly who: string; readonly what: string };

/** Whether the reader is the one who answers, and not only somebody who may do so for them. */
const isYou = (offer: OfferPage): boolean =>
  !offer.awaitsCoordinator && yesOf(offer) !== undefined && !offer.may.broker;

const nextWords = (offer: OfferPage, awaited: Answerer): NextWords => {
  if (offer.awaitsCoordinator) {
    const what =
      offer.talk.otherDays === null ? "the leader’s question" : "the days that the leader proposed";
    if (offer.may.answer || offer.may.settle) return { who: "You", what: `answer ${what}` };
    return { who: "The coordinator", what: "answers the leader" };
  }
  return isYou(offer)
    ? { who: "You", what: "answer" }
    : { who: sideWords[awaited], what: "answers" };
};

/** What was prepared has no clock: the day on which the work is to begin says how soon. */
function NotSent(props: Shown) {
  return (
    <WhoActsNext
      who="You"
      what={props.offer.may.send ? "send it or take it back" : "take it back"}
      by={
        <Show when={props.offer.need.earliest}>
          {(day) => `So that the work can begin on ${toDateWords(day())}`}
        </Show>
      }
    />
  );
}

function Next(props: Shown) {
  const isNotSent = () => props.offer.state === "proposed" && props.offer.may.broker;
  return (
    <Show
      when={props.offer.awaited}
      fallback={
        <Show when={isNotSent()}>
          <NotSent {...props} />
        </Show>
      }
    >
      {(awaited) => (
        <WhoActsNext
          {...nextWords(props.offer, awaited())}
          by={
            <Show when={props.offer.due}>
              {(due) => (
                <Clock
                  what={isYou(props.offer) ? "Your answer" : `${sideWords[awaited()]}’s answer`}
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

/** What leader and coordinator still owe each other. */
function Talk(props: Shown) {
  return (
    <>
      <Show when={props.offer.talk.question}>
        {(question) => (
          <InsetText>
            <strong>The leader asks:</strong> <span class="a-words">{question()}</span>
          </InsetText>
        )}
      </Show>
      <Show when={props.offer.talk.otherDays}>
        {(days) => (
          <InsetText>
            <strong>The leader could give instead:</strong>{" "}
            <span class="a-words">{toOtherDaysWords(days())}</span>
          </InsetText>
        )}
      </Show>
    </>
  );
}

function End(props: Shown) {
  const needToFill = () =>
    props.offer.may.broker &&
    props.offer.awaited === null &&
    !["confirmed", "proposed"].includes(props.offer.state)
      ? (props.offer.need.id ?? undefined)
      : undefined;
  return (
    <>
      <Show when={props.offer.state === "confirmed"}>
        <InsetText>
          {
            "All sides have said yes. The days stay held while the agreement is written and signed. "
          }
          <Show when={props.offer.deployment}>
            {(id) => (
              <Link href={inArea(props.area, `/deployments/${id()}`)}>Go to the agreement</Link>
            )}
          </Show>
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
      <NextLeader area={props.area} needId={needToFill()} />
    </>
  );
}

const briefOf = (offer: OfferPage) => ({ ...offer, kind: offer.kind ?? offer.leader.kind });

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
      <Talk {...props} />
      <End {...props} />
      <Conflicts area={props.area} conflicts={props.offer.conflicts} />
      <Acts {...props} />
      <Columns kind="main-side">
        <div>
          <h2 class="govuk-heading-m">The offer in brief</h2>
          <Brief offer={briefOf(props.offer)} />
          <Show when={props.offer.school !== null && props.offer.need.id}>
            {(needId) => <FilesOfNeed area={props.area} needId={needId()} />}
          </Show>
        </div>
        <div>
          <h2 class="govuk-heading-m">What happened</h2>
          <Timeline
            label="What happened"
            items={props.offer.timeline.map(({ at, kind, by, isOnBehalf, said }) => ({
              title: toMomentTitle(kind),
              at,
              when: toMomentWords(at),
              by: by === null ? undefined : `${by}${isOnBehalf ? ", on behalf of that side" : ""}`,
              body:
                toSaidWords(said) === "" ? undefined : <p class="a-words">{toSaidWords(said)}</p>,
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
  useLive(slug);
  const params = useParams();
  const offer = useOffer(() => ({ area: slug(), id: params["offer"] ?? "" }));
  return (
    <Loaded query={offer} what="Loading the offer">
      {(known) => <Whole area={slug()} offer={known()} />}
    </Loaded>
  );
}
