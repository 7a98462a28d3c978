import { useLocation, useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  ButtonRow,
  Details,
  EmptyState,
  LinkButton,
  Table,
  type Column,
} from "../../../ui/index.ts";
import { picksIn, sharedSearch } from "../address.ts";
import { useComparison, type Candidate, type Comparison } from "../data.ts";
import { factsOf, offerAddress, Override, PickLink } from "../parts/candidate.tsx";
import { shortlistAddress, ShortlistFrame } from "../parts/frame.tsx";
import { toPlaceWords } from "../words.ts";

type Shown = { area: string; found: Comparison };
type Row = { readonly about: string; readonly cells: readonly (readonly [string, string])[] };

const most = 4;

const standingOf = ({ failed, rank, score }: Candidate): string =>
  failed.length > 0 ? `Left out, ${score} of 100` : `${toPlaceWords(rank)}, ${score} of 100`;

/** One row for each term; who has nothing to say about it has a blank. */
const rowsOf = (
  leaders: readonly Candidate[],
  entriesOf: (leader: Candidate) => readonly (readonly [string, string])[],
): readonly Row[] => {
  const entries = leaders.map((leader) => ({ leader, known: new Map(entriesOf(leader)) }));
  const terms = [...new Set(entries.flatMap(({ known }) => [...known.keys()]))];
  return terms.map((about) => ({
    about,
    cells: entries.map(({ leader, known }) => [leader.personId, known.get(about) ?? ""] as const),
  }));
};

const partNames: Readonly<Record<Candidate["parts"][number]["part"], string>> = {
  level: "Main area",
  secondary: "Other areas",
  context: "Context likeness",
  impact: "Track record",
  "work-mode": "Ways of working",
  place: "Zone",
  distance: "Nearness",
  preferred: "Head’s choice",
  continuity: "Continuity",
  "provider-preference": "Leader’s wish",
  load: "Load",
};

const partsOf = ({ parts }: Candidate) =>
  parts.map(
    ({ part, points, most: possible, sentence }) =>
      [partNames[part], `${points} of ${possible}. ${sentence}`] as const,
  );

const ruleNames: Readonly<Record<Candidate["rules"][number]["rule"], string>> = {
  designation: "Designation",
  current: "Confirmed",
  days: "Days",
  schools: "Schools at once",
  phase: "Phase",
  expertise: "Expertise",
  distance: "Travel limit",
  "different-school": "Another school",
  "different-trust": "Another trust",
  "no-conflict": "Conflict of interest",
  "not-excluded": "The head’s consent",
  "not-declined": "Earlier answer",
  "home-release": "Home school’s release",
};

const marks = { passed: "Passed", "set-aside": "Set aside", failed: "Failed" } as const;
const markOf = ({ passed, isSetAside }: Candidate["rules"][number]) =>
  passed ? marks.passed : isSetAside ? marks["set-aside"] : marks.failed;

const rulesOf = ({ rules }: Candidate) =>
  rules.map((rule) => [ruleNames[rule.rule], `${markOf(rule)}. ${rule.sentence}`] as const);

const columnsFor = (leaders: readonly Candidate[]): readonly Column<Row>[] => [
  { key: "about", header: "About", rowHeader: true, cell: ({ about }) => about },
  ...leaders.map((leader): Column<Row> => ({
    key: leader.personId,
    header: leader.name,
    cell: ({ cells }) => cells.find(([person]) => person === leader.personId)?.[1] ?? "",
  })),
];

function Acts(props: Shown) {
  return (
    <For each={props.found.leaders}>
      {(leader) => (
        <>
          <Override override={leader.override} />
          <ButtonRow>
            <strong>{leader.name}</strong>
            <Show when={props.found.mayOffer && leader.failed.length === 0}>
              <LinkButton
                small
                kind="secondary"
                about={`to ${leader.name}`}
                href={offerAddress({ area: props.area, list: props.found, candidate: leader })}
              >
                Offer
              </LinkButton>
            </Show>
            <PickLink person={leader} />
          </ButtonRow>
        </>
      )}
    </For>
  );
}

function Sheet(props: Shown) {
  const location = useLocation();
  const leaders = () => props.found.leaders;
  const columns = () => columnsFor(leaders());
  const table = (caption: string, entriesOf: Parameters<typeof rowsOf>[1]) => (
    <Table caption={caption} columns={columns()} rows={rowsOf(leaders(), entriesOf)} />
  );
  const isAlike = ({ cells }: Row) => cells.every(([, text]) => text.startsWith(marks.passed));
  const differing = () => rowsOf(leaders(), rulesOf).filter((row) => !isAlike(row));
  return (
    <>
      <Show when={props.found.mayOffer && leaders().every(({ failed }) => failed.length === 0)}>
        <ButtonRow>
          <LinkButton
            href={`${shortlistAddress(props.area, props.found.need.id, "/send")}${sharedSearch(location.search)}`}
          >
            Send to the head to rank
          </LinkButton>
        </ButtonRow>
      </Show>
      {table("At a glance", (leader) => [["Place", standingOf(leader)], ...factsOf(leader)])}
      {table("Score by part", partsOf)}
      <Show when={differing().length > 0} fallback={<p class="govuk-body">All pass every rule.</p>}>
        <Table caption="Rules that not all pass" columns={columns()} rows={differing()} />
      </Show>
      <Details summary="Every rule">{table("Every rule", rulesOf)}</Details>
      <h2 class="govuk-heading-m">What to do</h2>
      <Acts {...props} />
    </>
  );
}

/** Two to four leaders side by side: facts, score by part, rules. */
export function CompareLeaders() {
  const slug = useAreaSlug();
  const params = useParams();
  const location = useLocation();
  const query = useComparison(() => ({
    area: slug(),
    needId: params["need"] ?? "",
    termId: new URLSearchParams(location.search).get("term") ?? undefined,
    people: picksIn(location.search).slice(0, most),
  }));
  return (
    <Loaded query={query} what="Loading the leaders">
      {(found) => (
        <ShortlistFrame area={slug()} framed={found()} here="compare">
          <Show
            when={found().leaders.length > 1}
            fallback={
              <EmptyState title="Choose two to four leaders">
                <p class="govuk-body">Choose them in the list or on the map.</p>
              </EmptyState>
            }
          >
            <Show when={picksIn(location.search).length > most}>
              <p class="govuk-body">{`The first ${most} of those you chose are shown.`}</p>
            </Show>
            <Sheet area={slug()} found={found()} />
          </Show>
        </ShortlistFrame>
      )}
    </Loaded>
  );
}
