import "../../../look/school.scss";
import { For, Show } from "solid-js";
import { Columns, Heading, LineChart, type Line } from "../../../ui/index.ts";
import type { SchoolPage, ShownOutcome } from "../data.ts";
import { findingOf, notesOf, type YearNote } from "../outcome-words.ts";
import { Sourced } from "./source.tsx";

type Year = ShownOutcome["years"][number];

/** Every year from the first to the last, so that a year without results is a gap and not a step. */
const yearsOf = (outcome: ShownOutcome): readonly number[] => {
  const years = outcome.years.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
};

const lineFor = (
  outcome: ShownOutcome,
  label: string,
  figure: (year: Year) => { readonly value: number | null } | null,
): Line => ({
  label,
  points: yearsOf(outcome).map((each) => {
    const year = outcome.years.find(({ year: stated }) => stated === each);
    return { value: (year === undefined ? null : figure(year))?.value ?? undefined };
  }),
});

const areaLabel = (outcome: ShownOutcome, area: string) =>
  outcome.areaIs === "published" ? area : `${area}, mean of its schools`;

const linesOf = (outcome: ShownOutcome, names: { school: string; area: string }) =>
  [
    lineFor(outcome, names.school, (year) => year.school),
    lineFor(outcome, areaLabel(outcome, names.area), (year) => year.area),
    lineFor(outcome, "England", (year) => year.england),
  ].filter((line) => line.points.some(({ value }) => value !== undefined));

function Notes(props: { notes: readonly YearNote[] }) {
  return (
    <Show when={props.notes.length > 0}>
      <ul class="a-notes">
        <For each={props.notes}>
          {(note) => (
            <li>
              <strong>{note.years}</strong>
              {`: ${note.text}`}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function OneOutcome(props: { outcome: ShownOutcome; school: SchoolPage; area: string }) {
  const unit = () => (props.outcome.unit === "" ? "" : ` (${props.outcome.unit})`);
  const names = () => ({ school: props.school.profile.name, area: props.area });
  return (
    <div>
      <LineChart
        finding={findingOf(props.outcome, props.school.profile.name)}
        about={`${props.outcome.label}${unit()}, by the year in which the school year ended. ${props.outcome.direction === "up" ? "Higher is better." : "Lower is better."}`}
        measure={`${props.outcome.label}${unit()}`}
        of="Year"
        steps={yearsOf(props.outcome).map(String)}
        lines={linesOf(props.outcome, names())}
        source={
          <Sourced
            sources={props.school.sources}
            imports={[...props.outcome.importIds.school, ...props.outcome.importIds.area]}
          />
        }
      />
      <Notes notes={notesOf(props.outcome)} />
    </div>
  );
}

/** Published outcomes, each beside the area's and England's. */
export function Outcomes(props: { school: SchoolPage; area: string }) {
  return (
    <section>
      <Heading level={2} size="m">
        Outcomes
      </Heading>
      <Show
        when={props.school.outcomes.length > 0}
        fallback={<p class="govuk-body">No published outcome of this school was brought in.</p>}
      >
        <Columns kind={props.school.outcomes.length > 1 ? "halves" : "tiles"}>
          <For each={props.school.outcomes}>
            {(outcome) => <OneOutcome outcome={outcome} school={props.school} area={props.area} />}
          </For>
        </Columns>
      </Show>
    </section>
  );
}
