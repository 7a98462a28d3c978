import { Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  ButtonRow,
  EmptyState,
  Link,
  LinkButton,
  Page,
  Table,
  type Column,
} from "../../../ui/index.ts";
import { needAddress, needsAddress } from "../addresses.ts";
import { useNeedChoices, useOwnNeeds, type NeedChoices, type OwnNeed } from "../data.ts";
import { TurnClock } from "../parts/next.tsx";
import { StateTag, UrgentTag } from "../parts/state-tag.tsx";
import { turnOf } from "../turn.ts";
import { labelOf } from "../words.ts";

const titleOf = (choices: NeedChoices, need: OwnNeed): string =>
  need.primaryArea === null
    ? "A new support need"
    : labelOf(choices.lists["expertise"], need.primaryArea);

function Next(props: { need: OwnNeed }) {
  const turn = () =>
    turnOf({
      ...props.need,
      earliest: undefined,
      viewer: { isSchool: true, isCoordinator: false },
      parties: { school: props.need.school, coordinator: null },
    });
  return (
    <Show when={turn()}>
      {(known) => (
        <>
          <div>{`${known().who} ${known().what}`}</div>
          <TurnClock turn={known()} today={props.need.today} />
        </>
      )}
    </Show>
  );
}

const columnsFor = (area: string, choices: NeedChoices): readonly Column<OwnNeed>[] => [
  {
    key: "need",
    header: "Need",
    rowHeader: true,
    cell: (need) => (
      <>
        <Link href={needAddress(area, need.id)}>{titleOf(choices, need)}</Link>
        <div class="a-quiet a-small">
          {choices.ownSchools.length > 1
            ? [need.reference, need.school].filter(Boolean).join(" · ")
            : need.reference}
        </div>
      </>
    ),
  },
  {
    key: "state",
    header: "Where it stands",
    cell: (need) => (
      <>
        <StateTag forSchool state={need.state} outcome={need.outcome} />{" "}
        <UrgentTag isUrgent={need.isUrgent} />
      </>
    ),
  },
  { key: "next", header: "Next", cell: (need) => <Next need={need} /> },
  {
    key: "changed",
    header: "Last changed",
    cell: (need) => toDateWords(need.changedAt),
  },
];

/** The needs of one's own school, drafts and all. */
export function OwnNeeds() {
  const slug = useAreaSlug();
  const needs = useOwnNeeds(slug);
  const choices = useNeedChoices(slug);
  const start = () => needsAddress(slug()) + "/new";
  return (
    <Page title="Our needs" lead="What your school has asked for, and where it stands.">
      <Loaded query={choices} what="Loading the lists">
        {(lists) => (
          <Loaded query={needs} what="Loading your needs">
            {(list) => (
              <>
                <ButtonRow>
                  <LinkButton href={start()}>Ask for support</LinkButton>
                </ButtonRow>
                <Table
                  caption="Our needs"
                  captionHidden
                  rows={list()}
                  columns={columnsFor(slug(), lists())}
                  empty={
                    <EmptyState title="You have not asked for support yet">
                      <p class="govuk-body">
                        It takes about two minutes, and you can stop at any time: your draft is
                        kept.
                      </p>
                    </EmptyState>
                  }
                />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
