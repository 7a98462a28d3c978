import { useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  ButtonRow,
  Columns,
  counted,
  Downloads,
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
import { useConcerns, type ConcernLine, type ConcernList } from "../data.ts";
import { letterColours, letterWords, stateColours, stateWords } from "../words.ts";

function LetterCell(props: { line: ConcernLine }) {
  return (
    <Show when={props.line.letter} fallback={<span class="a-quiet">None</span>}>
      {(letter) => (
        <>
          <Tag colour={letterColours[letter().state]}>{letterWords[letter().state]}</Tag>
          <div class="a-quiet a-small">
            {`Stage ${letter().stage}, reply by ${toDateWords(letter().replyBy)}`}
          </div>
        </>
      )}
    </Show>
  );
}

const columnsFor = (area: string): readonly Column<ConcernLine>[] => [
  {
    key: "school",
    header: "School",
    rowHeader: true,
    cell: (line) => (
      <>
        <Link href={inArea(area, `/concerns/${line.id}`)}>{line.school.name}</Link>
        <div class="a-quiet a-small">{`Raised on ${toDateWords(line.raisedAt)}`}</div>
      </>
    ),
  },
  {
    key: "state",
    header: "Where it stands",
    cell: (line) => <Tag colour={stateColours[line.state]}>{stateWords[line.state]}</Tag>,
  },
  { key: "letter", header: "Last letter", cell: (line) => <LetterCell line={line} /> },
];

const states = ["raised", "handled", "escalated", "resolved"] as const;

const groupsFor = ({ counts }: ConcernList): readonly FilterGroup[] => [
  {
    kind: "many",
    name: "state",
    label: "Where it stands",
    choices: states.map((value) => ({ value, label: `${stateWords[value]} (${counts[value]})` })),
  },
];

function Whole(props: { area: string; list: ConcernList; search: string }) {
  return (
    <Page
      title="Concerns"
      lead="Confidential: seen by officers and by the coordinator of the school’s zone alone. What a concern says is opened on asking, and who reads it, or takes the list away as a file, is recorded."
    >
      <ButtonRow>
        <LinkButton kind="secondary" href={inArea(props.area, "/concerns/new")}>
          Raise a concern
        </LinkButton>
      </ButtonRow>
      <Columns kind="side-main">
        <FilterPanel groups={groupsFor(props.list)} search={props.search} />
        <div>
          <FilterChips groups={groupsFor(props.list)} search={props.search} />
          <ListLine text={counted(props.list.concerns.length, "concern")}>
            <Downloads csv={`/files${inArea(props.area, "/concerns.csv")}${props.search}`} />
          </ListLine>
          <Table
            caption="Concerns"
            captionHidden
            columns={columnsFor(props.area)}
            rows={props.list.concerns}
            empty={<EmptyState title="No concern stands there" />}
          />
        </div>
      </Columns>
    </Page>
  );
}

/** The concerns that are one's own to handle, open ones unless others are asked for. */
export function Concerns() {
  const slug = useAreaSlug();
  const location = useLocation();
  const list = useConcerns(() => ({
    area: slug(),
    states: new URLSearchParams(location.search).getAll("state"),
  }));
  return (
    <Loaded query={list} what="Loading the concerns">
      {(known) => <Whole area={slug()} list={known()} search={location.search} />}
    </Loaded>
  );
}
