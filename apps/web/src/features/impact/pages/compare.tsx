import { useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  BackLink,
  DotPlot,
  figure,
  InsetText,
  LineChart,
  Link,
  Page,
  SourceNote,
  Table,
  WarningText,
  type Column,
} from "../../../ui/index.ts";
import { workAddress } from "../../visit/addresses.ts";
import { useCompared, type Compared } from "../data.ts";
import { toSigned } from "../words.ts";

type Found = NonNullable<Compared["found"]>;
type Shown = { area: string; compared: Compared; found: Found };

const whyWords = ({ why, baselineYear }: Compared): string => {
  if (why === "not-published")
    return `The results that follow the support are not published yet${baselineYear === null ? "" : `; the last before it are those of ${baselineYear}`}.`;
  return why === "too-few-alike"
    ? "Fewer than eight schools without support are alike in phase, setting, baseline, size and disadvantage: nothing honest can be said."
    : "The school has no published figure before or after the support, or the register lacks its size or free-meals share.";
};

const unitOf = ({ measure }: Compared): string => (measure.unit === "%" ? "points" : measure.unit);

const findingOf = ({ compared, found }: Shown): string => {
  const { effect } = found;
  const isBetter = compared.measure.direction === "up" ? effect.value > 0 : effect.value < 0;
  const by = `${figure(Math.abs(effect.value))} ${unitOf(compared)}`;
  if (!found.isClear) return "No clear difference from schools alike";
  return `${by} ${isBetter ? "better" : "worse"} than among schools alike`;
};

const intervalWords = ({ compared, found }: Shown): string =>
  `${compared.measure.label} changed by ${toSigned(found.drift.supported)} ${unitOf(compared)} at ${compared.school.name}, and by ${toSigned(found.drift.matched)} among the matched schools. What is left, once the schools are set beside each other, is ${toSigned(found.effect.value)}, with an interval from ${toSigned(found.effect.low)} to ${toSigned(found.effect.high)} (95%).`;

/** What is drawn, beside the sentence that says what it comes to. */
const drawnWords = ({ found: { effect } }: Shown): string =>
  `A dot at ${toSigned(effect.value)} on a line from ${toSigned(effect.low)} to ${toSigned(effect.high)}. A line that crosses the dashed one, no difference, leaves open on which side of it the truth lies.`;

function Effect(props: Shown) {
  return (
    <DotPlot
      level={2}
      finding={findingOf(props)}
      about={drawnWords(props)}
      measure={`Difference, ${unitOf(props.compared)}`}
      of="Estimate"
      reference={{ label: "No difference", value: 0 }}
      dots={[
        {
          label: "Difference",
          value: props.found.effect.value,
          low: props.found.effect.low,
          high: props.found.effect.high,
          marked: true,
        },
      ]}
      source={
        <SourceNote
          source="Department for Education, published results"
          asOf={String(props.compared.afterYear)}
        />
      }
    />
  );
}

function Years(props: Shown) {
  const series = () => props.found.series;
  const point = (value: number | null) => ({ value: value ?? undefined });
  return (
    <LineChart
      level={2}
      finding={`Before and after: ${props.compared.school.name} and the schools alike`}
      about={series()
        .map(
          ({ year, supported, matched }) =>
            `${year}: ${supported === null ? "none" : figure(supported)} against ${matched === null ? "none" : figure(matched)}`,
        )
        .join("; ")}
      measure={`${props.compared.measure.label}, ${props.compared.measure.unit}`}
      of="Year"
      steps={series().map(({ year }) => String(year))}
      lines={[
        {
          label: props.compared.school.name,
          points: series().map((each) => point(each.supported)),
        },
        { label: "Matched schools, mean", points: series().map((each) => point(each.matched)) },
      ]}
      source={
        <SourceNote
          source="Department for Education, published results"
          asOf={String(props.compared.afterYear)}
        />
      }
    />
  );
}

const trendWords = ({ found }: Shown): string => {
  const { preTrend } = found;
  if (preTrend === null)
    return "There are too few earlier years to test whether the schools were drawing apart before the support.";
  const interval = `${toSigned(preTrend.value)}, interval ${toSigned(preTrend.low)} to ${toSigned(preTrend.high)}`;
  return preTrend.isClear
    ? `Between ${preTrend.from} and ${preTrend.to}, before the support, the school was already drawing apart from those alike (${interval}): do not read the difference above as the support’s.`
    : `Between ${preTrend.from} and ${preTrend.to}, before the support, the school moved as those alike did (${interval}).`;
};

const columns = (area: string): readonly Column<Found["matched"][number]>[] => [
  {
    key: "school",
    header: "School",
    rowHeader: true,
    cell: (row) => <Link href={inArea(area, `/schools/${row.urn}`)}>{row.name}</Link>,
  },
  { key: "baseline", header: "Baseline", numeric: true, cell: (row) => figure(row.baseline) },
  { key: "change", header: "Change", numeric: true, cell: (row) => toSigned(row.change) },
  { key: "pupils", header: "Pupils", numeric: true, cell: (row) => figure(row.pupils ?? 0) },
  {
    key: "fsm",
    header: "Free meals, %",
    numeric: true,
    cell: (row) => figure(row.percentageFsm ?? 0),
  },
];

function Result(props: Shown) {
  return (
    <>
      <WarningText>Indicative, not proof: support is not given by lot.</WarningText>
      <p class="govuk-body">{intervalWords(props)}</p>
      <Show when={props.found.drift.isLikely}>
        <InsetText>
          {`This may be regression to the mean. From a baseline like this one, schools without support moved by ${toSigned(props.found.drift.matched)}, all schools by ${toSigned(props.found.drift.everywhere)}: a bare before and after would mislead.`}
        </InsetText>
      </Show>
      <Effect {...props} />
      <Years {...props} />
      <h2 class="govuk-heading-m">Before the support</h2>
      <p class="govuk-body">{trendWords(props)}</p>
      <h2 class="govuk-heading-m">The schools alike</h2>
      <p class="govuk-body">
        Same phase and setting, near in baseline, earlier results, size and free-meals share, and
        never supported through Alongside. Support from elsewhere is not known.
      </p>
      <Show when={props.found.isLoose}>
        <InsetText>
          Few schools are as near as one would wish, so some a little farther off are among them.
        </InsetText>
      </Show>
      <Table
        caption="Matched schools, the most alike first"
        columns={columns(props.area)}
        rows={props.found.matched}
      />
    </>
  );
}

/** A published measure of the supported school beside that of schools alike without support. */
export function Comparison() {
  const slug = useAreaSlug();
  const params = useParams();
  const id = () => params["deployment"] ?? "";
  const query = useCompared(() => ({
    area: slug(),
    id: id(),
    objectiveId: params["objective"] ?? "",
  }));
  return (
    <Loaded query={query} what="Comparing with schools alike">
      {(compared) => (
        <Page
          title={`${compared().measure.label}: beside schools alike`}
          caption={compared().school.name}
          before={<BackLink href={workAddress(slug(), id(), "impact")} />}
        >
          <Show when={compared().found} fallback={<InsetText>{whyWords(compared())}</InsetText>}>
            {(found) => <Result area={slug()} compared={compared()} found={found()} />}
          </Show>
        </Page>
      )}
    </Loaded>
  );
}
