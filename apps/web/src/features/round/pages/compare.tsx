import { useLocation, useNavigate } from "@solidjs/router";
import { For, Show } from "solid-js";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  Columns,
  counted,
  Select,
  Table,
  Tag,
  type Column,
  type TagColour,
} from "../../../ui/index.ts";
import { toNumberWords } from "../../../lib/words.ts";
import { roundAddress } from "../addresses.ts";
import { useComparison, type Comparison } from "../data.ts";
import { RoundShown, type OfRound } from "../parts/of-round.tsx";
import { toVerdict } from "../words.ts";

type Line = Comparison["lines"][number];
type Outcome = Line["outcome"];

const outcomeWords: Readonly<Record<Outcome, readonly [string, TagColour]>> = {
  gains: ["Gains a leader", "green"],
  loses: ["Loses its leader", "red"],
  better: ["A better fit", "teal"],
  worse: ["A lesser fit", "amber"],
  other: ["Another leader, same fit", "plum"],
  same: ["No change", "grey"],
  without: ["Without in both", "grey"],
};

const placed = (one: Line["before"]): string => (one === null ? "Nobody" : one.leader);

/** Points that were counted differently tell nothing beside each other. */
const outcomeTag = ({ weighsAlike }: Comparison, outcome: Outcome) =>
  outcome === "other" && !weighsAlike
    ? (["Another leader", "plum"] as const)
    : outcomeWords[outcome];

const columnsFor = (found: Comparison): readonly Column<Line>[] => [
  {
    key: "school",
    header: "School",
    rowHeader: true,
    cell: (line) => (
      <>
        {line.need.school}
        <div class="a-quiet a-small">
          {`${line.need.reference} · band ${line.need.band}${line.isInBoth ? "" : " · in one of the two only"}`}
        </div>
      </>
    ),
  },
  {
    key: "outcome",
    header: `What run ${found.other.number} means`,
    cell: (line) => {
      const [words, colour] = outcomeTag(found, line.outcome);
      return <Tag colour={colour}>{words}</Tag>;
    },
  },
  {
    key: "one",
    header: `Run ${found.one.number}`,
    cell: (line) => (
      <>
        {placed(line.before)}
        <Show when={line.before}>
          {(one) => <div class="a-quiet a-small">{`fit ${one().fit}`}</div>}
        </Show>
      </>
    ),
  },
  {
    key: "other",
    header: `Run ${found.other.number}`,
    cell: (line) => (
      <>
        {placed(line.after)}
        <Show when={line.after}>
          {(one) => <div class="a-quiet a-small">{`fit ${one().fit}`}</div>}
        </Show>
      </>
    ),
  },
];

const countOf = (found: Comparison, outcome: Outcome): number =>
  found.lines.filter((line) => line.outcome === outcome).length;

const fitWords = ({ one, other }: Comparison): string => {
  const points = other.fit - one.fit;
  return points === 0
    ? "the same fit in all"
    : `${counted(Math.abs(points), "point")} of fit ${points > 0 ? "more" : "less"} in all`;
};

const summaryOf = (found: Comparison): string => {
  const gains = countOf(found, "gains");
  const loses = countOf(found, "loses");
  const moved = countOf(found, "better") + countOf(found, "worse") + countOf(found, "other");
  const fit = found.weighsAlike ? `, and ${fitWords(found)}` : "";
  if (gains + loses + moved === 0) return `Everybody has the same leader in both${fit}.`;
  const changes = [
    ...(gains === 0 ? [] : [`${counted(gains, "school gains", "schools gain")} a leader`]),
    ...(loses === 0
      ? []
      : [`${counted(loses, "school loses its leader", "schools lose their leaders")}`]),
    ...(moved === 0 ? [] : [`${counted(moved, "school gets", "schools get")} another leader`]),
    ...(gains + loses === 0 ? ["nobody goes without who did not before"] : []),
  ];
  return `With run ${found.other.number} instead of run ${found.one.number}: ${changes.join(", ")}${fit}.`;
};

function Whole(props: { found: Comparison }) {
  const runs = () => [props.found.one, props.found.other];
  const isSame = ({ outcome }: Line) => outcome === "same" || outcome === "without";
  const changed = () => props.found.lines.filter((line) => !isSame(line));
  const same = () => props.found.lines.filter(isSame);
  return (
    <>
      <div class="a-round-verdict">
        <p>
          <strong>{summaryOf(props.found)}</strong>
        </p>
        <Show when={!props.found.weighsAlike}>
          <p>What counts was changed between the two: their points cannot be compared.</p>
        </Show>
      </div>
      <Columns kind="halves">
        <For each={runs()}>
          {(sum) => (
            <div>
              <h2 class="govuk-heading-m">{`Run ${sum.number}`}</h2>
              <p class="govuk-body">{toVerdict(sum)}</p>
              <ul class="govuk-list">
                <For each={sum.bands.filter(({ asked }) => asked > 0)}>
                  {({ band, asked, served }) => <li>{`Band ${band}: ${served} of ${asked}`}</li>}
                </For>
                <li>{`${toNumberWords(sum.fit)} points of fit, ${counted(sum.leaders, "leader")}`}</li>
              </ul>
            </div>
          )}
        </For>
      </Columns>
      <Show when={changed().length > 0}>
        <Table
          caption="Who gains and who loses"
          columns={columnsFor(props.found)}
          rows={changed()}
        />
      </Show>
      <Show when={same().length > 0}>
        <Table caption="No change" columns={columnsFor(props.found)} rows={same()} />
      </Show>
    </>
  );
}

const numberIn = (search: string, key: string, otherwise: number): number => {
  const number = Number(new URLSearchParams(search).get(key));
  return Number.isInteger(number) && number > 0 ? number : otherwise;
};

function Picked(props: OfRound) {
  const location = useLocation();
  const navigate = useNavigate();
  const last = () => props.round.runs.length;
  const one = () => Math.min(last(), numberIn(location.search, "one", last() - 1));
  const other = () => Math.min(last(), numberIn(location.search, "other", last()));
  const found = useComparison(() => ({
    area: props.area,
    id: props.round.id,
    one: one(),
    other: other(),
  }));
  const choices = () =>
    props.round.runs.map(({ number, servedByBand }) => ({
      value: String(number),
      label: `Run ${number}: ${servedByBand.reduce((sum, count) => sum + count, 0)} served`,
    }));
  const go = (first: string, second: string) =>
    navigate(roundAddress(props.area, props.round.id, `/compare?one=${first}&other=${second}`), {
      scroll: false,
    });
  return (
    <>
      <Columns kind="halves">
        <Select
          name="one"
          label="This run"
          value={String(one())}
          choices={choices()}
          onChange={(value) => go(value, String(other()))}
          error={undefined}
        />
        <Select
          name="other"
          label="Beside this one"
          value={String(other())}
          choices={choices()}
          onChange={(value) => go(String(one()), value)}
          error={undefined}
        />
      </Columns>
      <Loaded query={found} what="Comparing">
        {(known) => <Whole found={known()} />}
      </Loaded>
    </>
  );
}

/** Two runs side by side: who gains, who loses. */
export function Compare() {
  return (
    <RoundShown
      title="Compare"
      lead="Two runs side by side: what taking the second instead of the first would mean for each school."
      fewestRuns={2}
      empty={{
        title: "There is one run or none",
        words: "Decide something by hand and solve again: then there is something to compare.",
      }}
    >
      {(shown) => <Picked {...shown} />}
    </RoundShown>
  );
}
