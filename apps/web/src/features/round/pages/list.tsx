import "../../../look/round.scss";
import { toTermWords } from "@alongside/domain/calendar";
import { useLocation } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  ButtonRow,
  counted,
  Downloads,
  EmptyState,
  Filtered,
  Link,
  LinkButton,
  Page,
  pageIn,
  Results,
  sortOf,
  Table,
  Tag,
  type Column,
  type FilterGroup,
} from "../../../ui/index.ts";
import { roundAddress, roundsAddress } from "../addresses.ts";
import { useProposals, useRounds, type Proposals, type Rounds as RoundList } from "../data.ts";
import { placeWords, stateColours, stateWords, toStageWords } from "../words.ts";

type Line = RoundList["rounds"][number];

const pageSize = 50;
/** The columns' keys, which are what the address is sorted by. */
const sorts = ["round", "term", "stage", "served", "changed"] as const;

const columnsFor = (area: string): readonly Column<Line>[] => [
  {
    key: "round",
    header: "Round",
    rowHeader: true,
    sortable: true,
    cell: (line) => (
      <>
        <Link href={roundAddress(area, line.id)}>{line.name}</Link>
        <div class="a-quiet a-small">{placeWords(line.zones)}</div>
      </>
    ),
  },
  {
    key: "term",
    header: "Term",
    sortable: true,
    cell: (line) => <span class="a-round-whole">{toTermWords(line.term)}</span>,
  },
  {
    key: "stage",
    header: "Stage",
    sortable: true,
    cell: (line) => (
      <span class="a-round-whole">
        <Tag colour={stateColours[line.state]}>{stateWords[line.state]}</Tag>
      </span>
    ),
  },
  {
    key: "served",
    header: "Served",
    sortable: true,
    cell: (line) => (
      <span class="a-round-whole">
        {line.served === null ? `${line.needs} asked` : `${line.served} of ${line.needs}`}
      </span>
    ),
  },
  {
    key: "changed",
    header: "Last changed",
    sortable: true,
    cell: (line) => toDateWords(line.changedAt),
  },
];

function Plans(props: { area: string; plans: Proposals; words: (name: string) => string }) {
  return (
    <ul class="govuk-list">
      <For each={props.plans}>
        {({ id, name, answerBy }) => (
          <li>
            <Link href={roundAddress(props.area, id, "/proposal")}>{props.words(name)}</Link>
            <Show when={answerBy}>{(day) => ` by ${toDateWords(day())}`}</Show>
          </li>
        )}
      </For>
    </ul>
  );
}

/** What a panel was asked, for its members. */
function Asked(props: { area: string }) {
  const proposals = useProposals(() => props.area);
  const waiting = () => (proposals.data ?? []).filter(({ isWaiting }) => isWaiting);
  return (
    <Show when={waiting().length > 0}>
      <h2 class="govuk-heading-m">Your panel is asked</h2>
      <Plans area={props.area} plans={waiting()} words={(name) => `Answer to ${name}`} />
    </Show>
  );
}

/** For members of a panel who run no round themselves: what they are and were asked. */
function PanelPage(props: { area: string }) {
  const proposals = useProposals(() => props.area);
  const answered = () => (proposals.data ?? []).filter(({ isWaiting }) => !isWaiting);
  return (
    <Page
      title="Brokering rounds"
      lead="Plans for your zone. Nothing is sent before its panel agrees."
    >
      <Asked area={props.area} />
      <Show when={answered().length > 0}>
        <h2 class="govuk-heading-m">Answered or agreed</h2>
        <Plans area={props.area} plans={answered()} words={(name) => name} />
      </Show>
    </Page>
  );
}

const groupsFor = ({ choices }: RoundList): readonly FilterGroup[] => [
  { kind: "search", name: "words", label: "Name or zone" },
  {
    kind: "many",
    name: "stage",
    label: "Stage",
    choices: choices.states
      .filter(({ count }) => count > 0)
      .map(({ state, count }) => ({ value: state, label: `${toStageWords(state)} (${count})` })),
  },
  {
    kind: "many",
    name: "term",
    label: "Term",
    choices: choices.terms.map((term) => ({ value: term.id, label: toTermWords(term) })),
  },
  ...(choices.zones.length === 0
    ? []
    : [
        {
          kind: "many" as const,
          name: "zone",
          label: "Zone",
          choices: choices.zones.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]),
];

function Found(props: { area: string; list: RoundList; search: string }) {
  return (
    <Results
      text={counted(props.list.total, "round")}
      total={props.list.total}
      size={pageSize}
      search={props.search}
      acts={<Downloads csv={`/files${roundsAddress(props.area)}.csv${props.search}`} />}
    >
      <Table
        caption="Rounds"
        captionHidden
        columns={columnsFor(props.area)}
        rows={props.list.rounds}
        search={props.search}
        sortedBy={{ key: "changed", direction: "descending" }}
        empty={<EmptyState title="No round fits these filters" />}
      />
    </Results>
  );
}

const isNone = ({ choices }: RoundList): boolean =>
  choices.states.every(({ count }) => count === 0);

function OwnPage(props: { area: string; list: RoundList; search: string }) {
  return (
    <Page
      title="Brokering rounds"
      lead="Match all needs of a zone or the area with all days of a term at once, so that the greatest need is served first."
    >
      <ButtonRow>
        <LinkButton href={`${roundsAddress(props.area)}/new`}>Begin a round</LinkButton>
      </ButtonRow>
      <Asked area={props.area} />
      <Show
        when={!isNone(props.list)}
        fallback={
          <EmptyState title="No round yet">
            <p class="govuk-body">Begin one: it takes every open need and all days in date.</p>
          </EmptyState>
        }
      >
        <Filtered groups={groupsFor(props.list)} search={props.search}>
          <Found {...props} />
        </Filtered>
      </Show>
    </Page>
  );
}

const isSort = (key: string | undefined): key is (typeof sorts)[number] =>
  sorts.some((each) => each === key);

const questionOf = (search: string) => {
  const params = new URLSearchParams(search);
  const sorted = sortOf(search);
  return {
    words: params.get("words") ?? undefined,
    states: params.getAll("stage"),
    terms: params.getAll("term"),
    zones: params.getAll("zone"),
    sort: isSort(sorted?.key) ? sorted.key : undefined,
    isDescending: sorted?.direction === "descending",
    offset: (pageIn(search) - 1) * pageSize,
    limit: pageSize,
  };
};

/** The brokering rounds that one may run, the latest changed first; for members of a panel what they are asked. */
export function Rounds() {
  const slug = useAreaSlug();
  const location = useLocation();
  const rounds = useRounds(() => ({ area: slug(), ...questionOf(location.search) }));
  return (
    <Loaded query={rounds} what="Loading the rounds">
      {(list) => (
        <Show when={list().mayBegin} fallback={<PanelPage area={slug()} />}>
          <OwnPage area={slug()} list={list()} search={location.search} />
        </Show>
      )}
    </Loaded>
  );
}
