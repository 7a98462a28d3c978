import { daysBetween, londonDateOf } from "@alongside/domain/calendar";
import type { Answerer } from "@alongside/domain/offer";
import { For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { useLive } from "../../../lib/live.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import { Clock, EmptyState, Link, Page, Table, Tag, type Column } from "../../../ui/index.ts";
import { toDayWords } from "../../shortlist/words.ts";
import { useOffers, type OfferLine, type OfferList } from "../data.ts";
import { phaseWords, sideWords, stateColours, stateWords } from "../words.ts";

const schoolWords = ({ school, phase, zones }: OfferLine): string =>
  school ?? `a ${phaseWords(phase)} school in ${zones.join(", ") || "the area"}`;

const answererWords = (line: OfferLine, awaited: Answerer): string => {
  if (line.awaitsCoordinator) return "The coordinator answers the leader";
  return line.isYours ? "You answer" : `${sideWords[awaited]} answers`;
};

const columnsFor = (area: string, today: OfferList["today"]): readonly Column<OfferLine>[] => [
  {
    key: "offer",
    header: "Offer",
    rowHeader: true,
    cell: (line) => (
      <>
        <Link href={inArea(area, `/offers/${line.id}`)}>
          {`${line.leader.name} for ${schoolWords(line)}`}
        </Link>
        <div class="a-quiet a-small">
          {`${toDayWords(line.halfDays)}, home school ${line.leader.homeSchool}`}
        </div>
      </>
    ),
  },
  {
    key: "stage",
    header: "Stage",
    cell: (line) => <Tag colour={stateColours[line.state]}>{stateWords[line.state]}</Tag>,
  },
  {
    key: "next",
    header: "Next",
    cell: (line) => (
      <Show when={line.awaited}>
        {(awaited) => (
          <>
            <div class="a-small">{answererWords(line, awaited())}</div>
            <Show when={line.due}>
              {(due) => (
                <Clock
                  what="Answer"
                  days={daysBetween(today, londonDateOf(due()))}
                  on={toDateWords(due())}
                />
              )}
            </Show>
          </>
        )}
      </Show>
    ),
  },
];

function Part(props: {
  area: string;
  list: OfferList;
  title: string;
  offers: readonly OfferLine[];
}) {
  return (
    <Show when={props.offers.length > 0}>
      <Table
        caption={props.title}
        columns={columnsFor(props.area, props.list.today)}
        rows={props.offers}
      />
    </Show>
  );
}

/** Offers that wait for an answer, one's own first, and those that came to an end. */
export function Offers() {
  const slug = useAreaSlug();
  useLive(slug);
  const offers = useOffers(slug);
  return (
    <Loaded query={offers} what="Loading the offers">
      {(list) => {
        const parts = () => [
          { title: "For you to answer", offers: list().offers.filter(({ isYours }) => isYours) },
          {
            title: "Waiting for others",
            offers: list().offers.filter(({ isYours, awaited }) => !isYours && awaited !== null),
          },
          {
            title: "Answered",
            offers: list().offers.filter(({ awaited }) => awaited === null),
          },
        ];
        return (
          <Page title="Offers" lead="Days of leaders, offered to schools that asked for support.">
            <Show
              when={list().offers.length > 0}
              fallback={
                <EmptyState title="No offer yet">
                  <p class="govuk-body">An offer that concerns you will be listed here.</p>
                </EmptyState>
              }
            >
              <For each={parts()}>{(part) => <Part area={slug()} list={list()} {...part} />}</For>
            </Show>
          </Page>
        );
      }}
    </Loaded>
  );
}
