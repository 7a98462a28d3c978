import { daysBetween, londonDateOf } from "@alongside/domain/calendar";
import type { Answerer } from "@alongside/domain/offer";
import { useLocation } from "@solidjs/router";
import { For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { listFile, listQuestionIn, pageSize } from "../../../lib/list-question.ts";
import { useLive } from "../../../lib/live.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  Clock,
  counted,
  Downloads,
  EmptyState,
  Filtered,
  Link,
  Page,
  Results,
  sortOf,
  Table,
  Tag,
  type Column,
  type FilterGroup,
} from "../../../ui/index.ts";
import { toDayWords } from "../../shortlist/words.ts";
import { useOffers, type OfferLine, type OfferList } from "../data.ts";
import { phaseWords, sideWords, stateColours, stateWords } from "../words.ts";

const schoolWords = ({ school, phase, zones }: OfferLine): string =>
  school ?? `a ${phaseWords(phase)} school in ${zones.join(", ") || "the area"}`;

const answererWords = (line: OfferLine, awaited: Answerer): string => {
  if (line.awaitsCoordinator)
    return line.isYours ? "You answer the leader" : "The coordinator answers the leader";
  return line.isYours ? "You answer" : `${sideWords[awaited]} answers`;
};

const columnsFor = (area: string, today: OfferList["today"]): readonly Column<OfferLine>[] => [
  {
    key: "offer",
    header: "Offer",
    sortable: true,
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
    sortable: true,
    cell: (line) => <Tag colour={stateColours[line.state]}>{stateWords[line.state]}</Tag>,
  },
  {
    key: "due",
    header: "Next",
    sortable: true,
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

const partWords: Readonly<Record<OfferLine["part"], string>> = {
  yours: "For you to answer",
  waiting: "Waiting for others",
  over: "Answered",
};
const parts = ["yours", "waiting", "over"] as const;

const groupsFor = ({ counts }: OfferList): readonly FilterGroup[] => [
  { kind: "search", name: "words", label: "Leader or school" },
  {
    kind: "many",
    name: "part",
    label: "Whose turn it is",
    choices: parts.map((value) => ({ value, label: `${partWords[value]} (${counts[value]})` })),
  },
  {
    kind: "many",
    name: "stage",
    label: "Stage",
    choices: Object.entries(stateWords).map(([value, label]) => ({ value, label })),
  },
];

type Shown = { area: string; list: OfferList; search: string };

/** In parts by whose turn it is; in the order that the reader asked for, as one table. */
function Tables(props: Shown) {
  const columns = () => columnsFor(props.area, props.list.today);
  const groups = () =>
    parts
      .map((part) => ({
        title: partWords[part],
        offers: props.list.offers.filter((offer) => offer.part === part),
      }))
      .filter(({ offers }) => offers.length > 0);
  return (
    <Show
      when={sortOf(props.search) === undefined && props.list.offers.length > 0}
      fallback={
        <Table
          caption="Offers"
          captionHidden
          columns={columns()}
          rows={props.list.offers}
          search={props.search}
          empty={<EmptyState title="No offer fits" />}
        />
      }
    >
      <For each={groups()}>
        {({ title, offers }) => (
          <Table caption={title} columns={columns()} rows={offers} search={props.search} />
        )}
      </For>
    </Show>
  );
}

function Found(props: Shown) {
  return (
    <Filtered groups={groupsFor(props.list)} search={props.search}>
      <Results
        text={counted(props.list.total, "offer")}
        total={props.list.total}
        size={pageSize}
        search={props.search}
        acts={<Downloads csv={listFile(props.area, "offers", props.search)} />}
      >
        <Tables {...props} />
      </Results>
    </Filtered>
  );
}

/** Offers that wait for an answer, one's own first, and those that came to an end. */
export function Offers() {
  const slug = useAreaSlug();
  useLive(slug);
  const location = useLocation();
  const offers = useOffers(() => {
    const params = new URLSearchParams(location.search);
    return {
      area: slug(),
      ...listQuestionIn(location.search, ["offer", "stage", "days", "due"]),
      parts: params.getAll("part"),
      states: params.getAll("stage"),
    };
  });
  const isNone = ({ counts }: OfferList) => parts.every((part) => counts[part] === 0);
  return (
    <Page title="Offers" lead="Days of leaders, offered to schools that asked for support.">
      <Loaded query={offers} what="Loading the offers">
        {(list) => (
          <Show
            when={!isNone(list())}
            fallback={
              <EmptyState title="No offer yet">
                <p class="govuk-body">An offer that concerns you will be listed here.</p>
              </EmptyState>
            }
          >
            <Found area={slug()} list={list()} search={location.search} />
          </Show>
        )}
      </Loaded>
    </Page>
  );
}
