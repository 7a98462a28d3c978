import { useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  Card,
  EmptyState,
  LinkButton,
  SummaryList,
  Table,
  Tag,
  type Column,
} from "../../../ui/index.ts";
import { useCapacityChoices, type CapacityChoices } from "../../capacity/data.ts";
import { LeaderFrame } from "../../capacity/parts/leader-frame.tsx";
import { labelOf, levelWords } from "../../capacity/words.ts";
import { newDesignationAddress, stepAddress } from "../addresses.ts";
import { useLeader, type Designation, type LeaderPage } from "../data.ts";
import { statusColour, statusWords, toSpan } from "../words.ts";

type Shown = { area: string; leader: LeaderPage; choices: CapacityChoices };

function OneDesignation(props: Shown & { designation: Designation }) {
  const label = () => labelOf(props.choices.lists["designation"], props.designation.type);
  return (
    <Card>
      <h3 class="govuk-heading-s">
        {`${label()} `}
        <Tag colour={statusColour(props.designation.status)}>
          {statusWords[props.designation.status]}
        </Tag>
      </h3>
      <SummaryList
        rows={[
          { term: "Awarded by", value: props.designation.awardingBody },
          { term: "In force", value: toSpan(props.designation) },
          {
            term: "Review due",
            value:
              props.designation.reviewDue === null
                ? "No day set"
                : toDateWords(props.designation.reviewDue),
          },
          { term: "Evidence", value: props.designation.evidence },
        ]}
      />
      <Show when={props.leader.may.manage && props.designation.next.length > 0}>
        <LinkButton
          kind="secondary"
          small
          href={stepAddress(props.area, props.leader.personId, props.designation.id)}
          about={`of ${label()}`}
        >
          Next step
        </LinkButton>
      </Show>
    </Card>
  );
}

type Expertise = LeaderPage["expertise"][number];

const columnsFor = (choices: CapacityChoices): readonly Column<Expertise>[] => [
  {
    key: "area",
    header: "Area",
    rowHeader: true,
    cell: ({ code }) => labelOf(choices.lists["expertise"], code),
  },
  { key: "level", header: "Level", cell: ({ level }) => levelWords[level] },
  { key: "evidence", header: "Evidence", cell: ({ evidence }) => evidence },
];

function Whole(props: Shown) {
  return (
    <>
      <h2 class="govuk-heading-m">Designations</h2>
      <For
        each={props.leader.designations}
        fallback={
          <EmptyState level={3} title="No designation is on record">
            <p class="govuk-body">Only a leader who is designated, and in date, is matched.</p>
          </EmptyState>
        }
      >
        {(designation) => <OneDesignation {...props} designation={designation} />}
      </For>
      <Show when={props.leader.may.manage}>
        <LinkButton
          kind="secondary"
          href={newDesignationAddress(props.area, props.leader.personId)}
        >
          Add a designation
        </LinkButton>
      </Show>
      <h2 class="govuk-heading-m">Expertise</h2>
      <Table
        caption="Areas of expertise"
        captionHidden
        rows={props.leader.expertise}
        columns={columnsFor(props.choices)}
        empty={<EmptyState level={3} title="No area is on record yet" />}
      />
    </>
  );
}

/** What a leader is designated as, and what they are good at. */
export function Designations() {
  const slug = useAreaSlug();
  const params = useParams();
  const choices = useCapacityChoices(slug);
  const query = useLeader(() => ({ area: slug(), personId: params["leader"] ?? "" }));
  return (
    <Loaded query={choices} what="Loading the lists">
      {(lists) => (
        <Loaded query={query} what="Loading the leader">
          {(leader) => (
            <LeaderFrame area={slug()} leader={leader()} isSelf={leader().isSelf}>
              <Whole area={slug()} leader={leader()} choices={lists()} />
            </LeaderFrame>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
