import { For, Show } from "solid-js";
import { SummaryList, Tag, type TagColour } from "../../../ui/index.ts";
import type { VisitNote, VisitPage } from "../data.ts";
import { standingWords, toVisitDay } from "../words.ts";

const colours: Readonly<Record<VisitNote["progress"][number]["standing"], TagColour>> = {
  ahead: "green",
  "on-course": "green",
  behind: "amber",
  "not-looked-at": "grey",
};

/** What was written of a visit. */
export function Note(props: { note: VisitNote; visit: VisitPage }) {
  const textOf = (id: string) =>
    props.visit.objectives.find((objective) => objective.id === id)?.text ??
    "An objective that the agreement no longer has";
  const rows = () => [
    { term: "Met", value: props.note.met.join(", ") },
    { term: "Seen", value: <span class="a-words">{props.note.seen}</span> },
    ...(props.note.nextVisit === null
      ? []
      : [{ term: "Next visit", value: toVisitDay(props.note.nextVisit) }]),
  ];
  return (
    <>
      <SummaryList rows={rows()} />
      <For each={props.note.progress}>
        {(progress) => (
          <div class="govuk-body">
            <strong>{textOf(progress.objective)}</strong>{" "}
            <Tag colour={colours[progress.standing]}>{standingWords[progress.standing]}</Tag>
            <Show when={progress.text !== ""}>
              <div class="a-words">{progress.text}</div>
            </Show>
          </div>
        )}
      </For>
    </>
  );
}
