import "../../../look/deployment.scss";
import { For, type JSX } from "solid-js";
import { toDateWords } from "../../../lib/words.ts";
import { SummaryList, Table, type Column } from "../../../ui/index.ts";
import { toDayWords } from "../../shortlist/words.ts";
import type { DeploymentPage, Terms } from "../data.ts";
import { directionWords, sourceLabel, toFigure, toMoney, toRate } from "../words.ts";

type Objective = Terms["objectives"][number];
type FundingLine = Terms["cost"]["lines"][number];

const figures = ({ measure, baseline, target }: Objective) => [
  { term: "Measure", value: `${measure.label} (${directionWords[measure.direction]})` },
  {
    term: "Now",
    value: `${toFigure(baseline.value, measure.unit)} on ${toDateWords(baseline.date)}, from ${baseline.source}`,
  },
  {
    term: "To reach",
    value: `${toFigure(target.value, measure.unit)} by ${toDateWords(target.by)}`,
  },
];

function Objectives(props: { objectives: readonly Objective[] }) {
  return (
    <ol class="a-objectives">
      <For each={props.objectives} fallback={<li class="a-quiet">Not written yet</li>}>
        {(objective) => (
          <li>
            <p class="a-objectives__text">{objective.text}</p>
            <SummaryList rows={figures(objective)} />
          </li>
        )}
      </For>
    </ol>
  );
}

const fundingColumns = (page: DeploymentPage): readonly Column<FundingLine>[] => [
  {
    key: "source",
    header: "Who pays",
    rowHeader: true,
    cell: (line) => (
      <>
        {sourceLabel(page.sources, line)}
        <div class="a-quiet a-small">{toRate(line)}</div>
      </>
    ),
  },
  { key: "days", header: "Days", numeric: true, cell: (line) => line.halfDays / 2 },
  { key: "cost", header: "Cost", numeric: true, cell: (line) => toMoney(line.pence) },
  {
    key: "share",
    header: "For brokering",
    numeric: true,
    cell: (line) => toMoney(line.brokeragePence),
  },
];

function Part(props: { title: string; children: JSX.Element }) {
  return (
    <>
      <h3 class="govuk-heading-s">{props.title}</h3>
      {props.children}
    </>
  );
}

const orMissing = (text: string): string => (text.trim() === "" ? "Not written yet" : text);

/** The terms of an agreement as they are read before they are signed. */
export function Agreement(props: {
  terms: Terms;
  page: DeploymentPage;
  /** Of a version that went out; two may stand on one page. */
  number?: number;
}) {
  const words = (): readonly (readonly [string, string])[] => [
    ["Pattern", props.terms.pattern],
    ["Roles", props.terms.roles],
    ["Confidentiality", props.terms.confidentiality],
    ["What happens afterwards", props.terms.exitStrategy],
  ];
  return (
    <div class="a-agreement">
      <Part title="What should change">
        <Objectives objectives={props.terms.objectives} />
      </Part>
      <Part title="Days">
        <p class="govuk-body">
          {`${toDayWords(props.terms.halfDays)}, from ${toDateWords(props.terms.from)} to ${toDateWords(props.terms.to)}`}
        </p>
      </Part>
      <For each={words()}>
        {([title, text]) => (
          <Part title={title}>
            <p class="govuk-body a-words">{orMissing(text)}</p>
          </Part>
        )}
      </For>
      <Part title="Who pays">
        <Table
          caption={props.number === undefined ? "Who pays" : `Who pays, version ${props.number}`}
          captionHidden
          columns={fundingColumns(props.page)}
          rows={props.terms.cost.lines}
        />
        <p class="govuk-body">
          <strong>{`${toMoney(props.terms.cost.pence)} in all`}</strong>
          {`, of which ${toMoney(props.terms.cost.brokeragePence)} pays for brokering.`}
        </p>
      </Part>
    </div>
  );
}
