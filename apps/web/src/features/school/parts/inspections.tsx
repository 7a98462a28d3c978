import "../../../look/school.scss";
import { For, Show } from "solid-js";
import { toDateWords } from "../../../lib/words.ts";
import { Card, Columns, Heading, Tag } from "../../../ui/index.ts";
import type { SchoolPage, ShownInspection } from "../data.ts";
import { toGradeWords, toJudgementWords } from "../words.ts";
import { FactList } from "./fact-list.tsx";
import { Sourced } from "./source.tsx";

type Framework = {
  readonly key: ShownInspection["framework"];
  readonly name: string;
  readonly used: string;
};

/* Side by side and never one in the words of another: they measure different things. */
const frameworks: readonly Framework[] = [
  { key: "overall", name: "Overall grade", used: "Given until September 2024" },
  { key: "judgements", name: "Graded judgements", used: "Given until November 2025" },
  { key: "report-card", name: "Report card", used: "Given since November 2025" },
];

const gradeRows = ({ framework, grades }: ShownInspection) =>
  Object.entries(grades).flatMap(([judgement, grade]) =>
    grade === null
      ? []
      : [{ term: toJudgementWords(framework, judgement), value: toGradeWords(grade) }],
  );

function Carried(props: { inspection: ShownInspection }) {
  return (
    <Show when={props.inspection.isCarried}>
      <p class="govuk-body-s">
        <Tag colour="amber">Carried from predecessor</Tag>{" "}
        {props.inspection.fromUrn === null
          ? "The inspection took place before this school opened."
          : `The inspection was of URN ${props.inspection.fromUrn}.`}
      </p>
    </Show>
  );
}

function OneInspection(props: { inspection: ShownInspection; sources: SchoolPage["sources"] }) {
  return (
    <div class="a-inspection">
      <p class="govuk-body">{`Inspected ${toDateWords(props.inspection.inspectedOn)}`}</p>
      <Carried inspection={props.inspection} />
      <FactList facts={gradeRows(props.inspection)} />
      <Sourced sources={props.sources} imports={[props.inspection.importId]} />
    </div>
  );
}

/** Ofsted's three frameworks, each as it was published. */
export function Inspections(props: { school: SchoolPage }) {
  const of = (framework: Framework) =>
    props.school.inspections.filter((each) => each.framework === framework.key);
  return (
    <section>
      <Heading level={2} size="m">
        Ofsted
      </Heading>
      <p class="govuk-body">
        Three frameworks, side by side. A grade of one cannot be turned into a grade of another.
      </p>
      <Columns kind="thirds">
        <For each={frameworks}>
          {(framework) => (
            <Card>
              <Heading level={3} size="s">
                {framework.name}
              </Heading>
              <p class="a-quiet govuk-body-s">{framework.used}</p>
              <For each={of(framework)} fallback={<p class="govuk-body">None in the register.</p>}>
                {(inspection) => (
                  <OneInspection inspection={inspection} sources={props.school.sources} />
                )}
              </For>
            </Card>
          )}
        </For>
      </Columns>
    </section>
  );
}
