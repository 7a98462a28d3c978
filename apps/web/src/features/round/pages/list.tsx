import { For, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  ButtonRow,
  counted,
  EmptyState,
  Link,
  LinkButton,
  Page,
  Table,
  Tag,
  type Column,
} from "../../../ui/index.ts";
import { roundAddress, roundsAddress } from "../addresses.ts";
import { useProposals, useRounds, type Rounds as RoundList } from "../data.ts";
import { placeWords, stateColours, stateWords, toTermWords } from "../words.ts";

type Line = RoundList["rounds"][number];

const columnsFor = (area: string): readonly Column<Line>[] => [
  {
    key: "name",
    header: "Round",
    rowHeader: true,
    cell: (line) => (
      <>
        <Link href={roundAddress(area, line.id)}>{line.name}</Link>
        <div class="a-quiet a-small">{placeWords(line.zones)}</div>
      </>
    ),
  },
  { key: "term", header: "Term", cell: (line) => toTermWords(line.term) },
  {
    key: "state",
    header: "Stage",
    cell: (line) => <Tag colour={stateColours[line.state]}>{stateWords[line.state]}</Tag>,
  },
  {
    key: "served",
    header: "Served",
    cell: (line) =>
      line.served === null
        ? counted(line.needs, "need")
        : `${line.served} of ${counted(line.needs, "need")}`,
  },
  { key: "changed", header: "Last changed", cell: (line) => toDateWords(line.changedAt) },
];

function Plans(props: {
  area: string;
  plans: readonly { readonly id: string; readonly name: string }[];
  words: (name: string) => string;
}) {
  return (
    <ul class="govuk-list">
      <For each={props.plans}>
        {({ id, name }) => (
          <li>
            <Link href={roundAddress(props.area, id, "/proposal")}>{props.words(name)}</Link>
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

function OwnPage(props: { area: string; rounds: RoundList["rounds"] }) {
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
        when={props.rounds.length > 0}
        fallback={
          <EmptyState title="No round yet">
            <p class="govuk-body">Begin one: it takes every open need and all days in date.</p>
          </EmptyState>
        }
      >
        <Table
          caption="Rounds"
          captionHidden
          columns={columnsFor(props.area)}
          rows={props.rounds}
        />
      </Show>
    </Page>
  );
}

/** The brokering rounds that one may run, the latest changed first; for members of a panel what they are asked. */
export function Rounds() {
  const slug = useAreaSlug();
  const rounds = useRounds(slug);
  return (
    <Loaded query={rounds} what="Loading the rounds">
      {(list) => (
        <Show when={list().mayBegin} fallback={<PanelPage area={slug()} />}>
          <OwnPage area={slug()} rounds={list().rounds} />
        </Show>
      )}
    </Loaded>
  );
}
