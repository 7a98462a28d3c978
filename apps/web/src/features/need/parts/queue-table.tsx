import { Show } from "solid-js";
import { toDateWords } from "../../../lib/words.ts";
import { Clock, counted, EmptyState, Link, Table, type Column } from "../../../ui/index.ts";
import { needAddress } from "../addresses.ts";
import type { NeedChoices, QueueLine } from "../data.ts";
import { agreeWords, dueWords, labelOf, toNextWords, toOfferWords } from "../words.ts";
import { StateTag, UrgentTag } from "./state-tag.tsx";
import { WatchButton } from "./watch.tsx";

function Next(props: { line: QueueLine }) {
  const words = () =>
    toNextWords(props.line.next, {
      viewer: { isSchool: false, isCoordinator: false },
      parties: { school: props.line.school, coordinator: props.line.coordinator ?? "Coordinator" },
    });
  const isAgreeing = () => props.line.state === "offered" && props.line.offer === null;
  const offered = () => {
    const { state, offer, school } = props.line;
    if (isAgreeing()) return agreeWords;
    return state === "offered" && offer !== null ? toOfferWords(offer.state, school) : undefined;
  };
  const said = () => offered() ?? words();
  return (
    <Show when={props.line.next.who !== "nobody"}>
      <div class="a-small">{`${said().who} ${said().what}`}</div>
      <Show when={props.line.next.by}>
        {(by) => (
          <Clock
            what={isAgreeing() ? "Agreement" : dueWords[props.line.next.what]}
            days={props.line.dueInDays ?? 0}
            on={toDateWords(by())}
          />
        )}
      </Show>
    </Show>
  );
}

const columnsFor = (area: string, choices: NeedChoices): readonly Column<QueueLine>[] => [
  {
    key: "school",
    header: "Need",
    rowHeader: true,
    sortable: true,
    cell: (line) => (
      <>
        <Link href={needAddress(area, line.id)} about={line.reference}>
          {line.school}
        </Link>
        <div class="a-quiet a-small">
          {[
            line.reference,
            labelOf(choices.lists["expertise"], line.primaryArea ?? ""),
            ...line.zones,
          ].join(" · ")}
        </div>
        <div class="a-small">
          <WatchButton area={area} need={line} about={line.reference} />
        </div>
      </>
    ),
  },
  { key: "due", header: "Next", sortable: true, cell: (line) => <Next line={line} /> },
  {
    key: "stage",
    header: "Stage",
    cell: (line) => (
      <>
        <StateTag state={line.state} /> <UrgentTag isUrgent={line.isUrgent} />
      </>
    ),
  },
  {
    key: "band",
    header: "Band",
    sortable: true,
    cell: (line) =>
      line.band === null
        ? ""
        : `${line.band} ${labelOf(choices.lists["need-band"], String(line.band))}`,
  },
  {
    key: "age",
    header: "Age",
    sortable: true,
    numeric: true,
    cell: (line) => (line.age === null ? "" : line.age === 0 ? "Today" : counted(line.age, "day")),
  },
];

/** The needs of a queue, each with its stage, age and clock. */
export function QueueTable(props: {
  area: string;
  choices: NeedChoices;
  needs: readonly QueueLine[];
  search: string;
}) {
  return (
    <Table
      caption="Queue"
      captionHidden
      search={props.search}
      sortedBy={{ key: "due", direction: "ascending" }}
      rows={props.needs}
      columns={columnsFor(props.area, props.choices)}
      empty={
        <EmptyState title="Nothing here">
          <p class="govuk-body">No need fits these filters.</p>
        </EmptyState>
      }
    />
  );
}
