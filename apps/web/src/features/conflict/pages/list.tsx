import { useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { listFile, listQuestionIn, pageSize } from "../../../lib/list-question.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  ButtonRow,
  counted,
  Downloads,
  EmptyState,
  Filtered,
  LinkButton,
  Link,
  Page,
  Results,
  Table,
  Tag,
  type Column,
  type FilterGroup,
} from "../../../ui/index.ts";
import { DeclaredTies } from "../parts/declared.tsx";
import { useConflicts, type ConflictLine, type ConflictList } from "../data.ts";
import { kindWords, stateColours, stateWords } from "../words.ts";

const columnsFor = (area: string): readonly Column<ConflictLine>[] => [
  {
    key: "conflict",
    header: "Conflict",
    sortable: true,
    rowHeader: true,
    cell: (line) => (
      <>
        <Link href={inArea(area, `/conflicts/${line.id}`)}>
          {`${line.leader.name} and ${line.school}`}
        </Link>
        <div class="a-quiet a-small">{kindWords[line.kind]}</div>
      </>
    ),
  },
  {
    key: "state",
    header: "Decision",
    sortable: true,
    cell: (line) => <Tag colour={stateColours[line.state]}>{stateWords[line.state]}</Tag>,
  },
  {
    key: "found",
    header: "When",
    sortable: true,
    cell: (line) => (
      <div class="a-small">
        {line.decidedAt === null
          ? `Found on ${toDateWords(line.foundAt)}`
          : `Decided on ${toDateWords(line.decidedAt)}`}
      </div>
    ),
  },
];

const states = ["found", "allowed", "upheld"] as const;
const grounds = [
  "same-trust",
  "same-governors",
  "past-employment",
  "reciprocal-support",
  "coordinators-own-school",
  "declared",
] as const;

const groupsFor = ({ counts }: ConflictList): readonly FilterGroup[] => [
  { kind: "search", name: "words", label: "Leader or school" },
  {
    kind: "many",
    name: "state",
    label: "Decision",
    choices: states.map((value) => ({ value, label: `${stateWords[value]} (${counts[value]})` })),
  },
  {
    kind: "many",
    name: "ground",
    label: "Ground",
    choices: grounds.map((value) => ({ value, label: kindWords[value] })),
  },
];

function Own(props: { area: string; list: ConflictList }) {
  return (
    <Show when={props.list.own.length > 0}>
      <h2 class="govuk-heading-m">What you declared, or others about you</h2>
      <DeclaredTies area={props.area} ties={props.list.own} />
    </Show>
  );
}

function Found(props: { area: string; list: ConflictList; search: string }) {
  return (
    <Filtered groups={groupsFor(props.list)} search={props.search}>
      <Results
        text={counted(props.list.total, "conflict")}
        total={props.list.total}
        size={pageSize}
        search={props.search}
        acts={<Downloads csv={listFile(props.area, "conflicts", props.search)} />}
      >
        <Table
          caption="Conflicts of interest"
          captionHidden
          columns={columnsFor(props.area)}
          rows={props.list.conflicts}
          search={props.search}
          empty={<EmptyState title="No conflict fits" />}
        />
      </Results>
    </Filtered>
  );
}

const leadOf = ({ isWholeArea }: ConflictList): string =>
  isWholeArea
    ? "Every conflict that was found or declared, and what was decided about it. One that is not decided blocks offers and signatures."
    : "What ties you or your school to a school or a leader, and what was decided about it.";

const totalOf = ({ counts }: ConflictList): number =>
  states.reduce((sum, state) => sum + counts[state], 0);

function Whole(props: { area: string; list: ConflictList; search: string }) {
  return (
    <Page title="Conflicts of interest" lead={leadOf(props.list)}>
      <ButtonRow>
        <LinkButton kind="secondary" href={inArea(props.area, "/conflicts/declare")}>
          Declare an interest
        </LinkButton>
      </ButtonRow>
      <Show
        when={totalOf(props.list) > 0}
        fallback={
          <EmptyState title="No conflict of interest is on record">
            <p class="govuk-body">Declare a tie before it matters: it takes a minute.</p>
          </EmptyState>
        }
      >
        <Found {...props} />
      </Show>
      <Own area={props.area} list={props.list} />
    </Page>
  );
}

/** The register of conflicts of interest, those without a decision first. */
export function Conflicts() {
  const slug = useAreaSlug();
  const location = useLocation();
  const list = useConflicts(() => {
    const params = new URLSearchParams(location.search);
    return {
      area: slug(),
      ...listQuestionIn(location.search, ["conflict", "state", "found", "decided"]),
      states: params.getAll("state"),
      grounds: params.getAll("ground"),
    };
  });
  return (
    <Loaded query={list} what="Loading the register">
      {(known) => <Whole area={slug()} list={known()} search={location.search} />}
    </Loaded>
  );
}
