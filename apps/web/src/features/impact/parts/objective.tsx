import { For, Show } from "solid-js";
import { toDateWords } from "../../../lib/words.ts";
import {
  Details,
  LineChart,
  Link,
  LinkButton,
  SourceNote,
  SummaryList,
  Tag,
} from "../../../ui/index.ts";
import { workAddress } from "../../visit/addresses.ts";
import type { Impact, Objective } from "../data.ts";
import { outcomeColours, outcomeWords, toSpan, toValue } from "../words.ts";

type Shown = { area: string; impact: Impact; objective: Objective };

const pointsOf = ({ baseline, readings }: Objective) => [
  { date: baseline.date, value: baseline.value },
  ...readings.filter(({ takenBack }) => takenBack === null),
];

const findingOf = (objective: Objective): string => {
  const { actual, baseline, progress, measure, target } = objective;
  if (actual === null || progress === null)
    return `No reading yet: ${toSpan(baseline.value, target.value, measure.unit)}`;
  const moved = toSpan(baseline.value, actual, measure.unit);
  if (progress.isMet) return `The target is reached: ${moved}`;
  if (progress.movement === "same") return `No change yet: still ${toValue(actual, measure.unit)}`;
  return progress.movement === "better" && progress.share !== null
    ? `${Math.round(progress.share * 100)}% of the way to the target: ${moved}`
    : `The wrong way: ${moved}`;
};

function Chart(props: Shown) {
  const steps = () => [
    ...pointsOf(props.objective).map(({ date }) => toDateWords(date)),
    `Target, ${toDateWords(props.objective.target.by)}`,
  ];
  const values = () => pointsOf(props.objective).map(({ value }) => ({ value }));
  const target = () => props.objective.target.value;
  return (
    <LineChart
      level={3}
      finding={findingOf(props.objective)}
      about={`${props.objective.measure.label}: ${pointsOf(props.objective)
        .map(({ date, value }) => `${value} on ${toDateWords(date)}`)
        .join(", ")}. Target ${target()} by ${toDateWords(props.objective.target.by)}.`}
      measure={`${props.objective.measure.label}, ${props.objective.measure.unit}`}
      of="Day"
      steps={steps()}
      lines={[
        { label: "Readings", points: [...values(), { value: undefined }] },
        { label: "Target", points: steps().map(() => ({ value: target() })) },
      ]}
      source={
        <SourceNote
          source={props.objective.readings.at(-1)?.source ?? props.objective.baseline.source}
          asOf={toDateWords(pointsOf(props.objective).at(-1)?.date ?? props.impact.from)}
        />
      }
    />
  );
}

function Readings(props: Shown) {
  return (
    <Details summary="Where the readings come from">
      <ul class="govuk-list">
        <li>{`Baseline: ${toValue(props.objective.baseline.value, props.objective.measure.unit)} on ${toDateWords(props.objective.baseline.date)}, ${props.objective.baseline.source}`}</li>
        <For each={props.objective.readings}>
          {(reading) => (
            <li>
              {`${toValue(reading.value, props.objective.measure.unit)} on ${toDateWords(reading.date)}, ${reading.source}, added by ${reading.by}`}
              <Show when={reading.takenBack}>{(why) => ` (taken back: ${why()})`}</Show>
            </li>
          )}
        </For>
      </ul>
    </Details>
  );
}

/** One objective: where it began, where it is to go, how far it has come, and where the figures come from. */
export function OneObjective(props: Shown) {
  const to = (below: string) => workAddress(props.area, props.impact.id, `impact/${below}`);
  const rows = () => [
    { term: "Measure", value: props.objective.measure.label },
    {
      term: "Better is",
      value: props.objective.direction === "up" ? "a higher figure" : "a lower figure",
    },
    {
      term: "Target",
      value: `${toValue(props.objective.target.value, props.objective.measure.unit)} by ${toDateWords(props.objective.target.by)}`,
    },
  ];
  return (
    <section>
      <h2 class="govuk-heading-m a-words">{props.objective.text}</h2>
      <p class="a-tags">
        <Tag colour={outcomeColours[props.objective.outcome]}>
          {outcomeWords[props.objective.outcome]}
        </Tag>
      </p>
      <SummaryList rows={rows()} />
      <Chart {...props} />
      <Readings {...props} />
      <Show when={props.impact.may.read}>
        <p>
          <LinkButton kind="secondary" href={to(`reading/${props.objective.id}`)}>
            Add a reading
          </LinkButton>
        </p>
      </Show>
      <Show when={props.objective.isPublished}>
        <p class="govuk-body">
          <Link href={to(`compare/${props.objective.id}`)}>
            {`Set ${props.objective.measure.label} beside schools alike`}
          </Link>
        </p>
      </Show>
    </section>
  );
}
