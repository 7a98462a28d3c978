import { useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  ButtonRow,
  Columns,
  counted,
  EmptyState,
  FilterChips,
  FilterPanel,
  Link,
  LinkButton,
  ListLine,
  Page,
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
    cell: (line) => <Tag colour={stateColours[line.state]}>{stateWords[line.state]}</Tag>,
  },
  {
    key: "when",
    header: "When",
    cell: (line) => (
      <div class="a-small">
        {line.decidedAt === null
          ? `Found on ${toDateWords(line.foundAt)}`
          : `Decided on ${toDateWords(line.decidedAt)}`}
      </div>
    ),
  },
];

const groupsFor = ({ counts }: ConflictList): readonly FilterGroup[] => [
  {
    kind: "many",
    name: "state",
    label: "Decision",
    choices: (["found", "allowed", "upheld"] as const).map((value) => ({
      value,
      label: `${stateWords[value]} (${counts[value]})`,
    })),
  },
];

function Own(props: { list: ConflictList }) {
  return (
    <Show when={props.list.own.length > 0}>
      <h2 class="govuk-heading-m">What you declared, or others about you</h2>
      <DeclaredTies area={props.area} ties={props.list.own} />
    </Show>
  );
}

function Whole(props: { area: string; list: ConflictList; search: string }) {
  const total = () => Object.values(props.list.counts).reduce((sum, count) => sum + count, 0);
  return (
    <Page
      title="Conflicts of interest"
      lead={
        props.list.isWholeArea
          ? "Every conflict that was found or declared, and what was decided about it. One that is not decided blocks offers and signatures."
          : "What ties you or your school to a school or a leader, and what was decided about it."
      }
    >
      <ButtonRow>
        <LinkButton kind="secondary" href={inArea(props.area, "/conflicts/declare")}>
          Declare an interest
        </LinkButton>
      </ButtonRow>
      <Show
        when={total() > 0}
        fallback={
          <EmptyState title="No conflict of interest is on record">
            <p class="govuk-body">Declare a tie before it matters: it takes a minute.</p>
          </EmptyState>
        }
      >
        <Columns kind="side-main">
          <FilterPanel groups={groupsFor(props.list)} search={props.search} />
          <div>
            <FilterChips groups={groupsFor(props.list)} search={props.search} />
            <ListLine text={counted(props.list.conflicts.length, "conflict")} />
            <Table
              caption="Conflicts of interest"
              captionHidden
              columns={columnsFor(props.area)}
              rows={props.list.conflicts}
              empty={<EmptyState title="None has this decision" />}
            />
          </div>
        </Columns>
      </Show>
      <Own list={props.list} />
    </Page>
  );
}

/** The register of conflicts of interest, those without a decision first. */
export function Conflicts() {
  const slug = useAreaSlug();
  const location = useLocation();
  const list = useConflicts(() => ({
    area: slug(),
    states: new URLSearchParams(location.search).getAll("state"),
  }));
  return (
    <Loaded query={list} what="Loading the register">
      {(known) => <Whole area={slug()} list={known()} search={location.search} />}
    </Loaded>
  );
}
