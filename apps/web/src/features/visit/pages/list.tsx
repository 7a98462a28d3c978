import { useLocation } from "@solidjs/router";
import { For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  counted,
  Downloads,
  EmptyState,
  Filtered,
  Link,
  Page,
  pageIn,
  Results,
  type FilterGroup,
} from "../../../ui/index.ts";
import { visitsAddress } from "../addresses.ts";
import { useVisits, type VisitList } from "../data.ts";
import { VisitTable } from "../parts/visit-table.tsx";

const pageSize = 50;

const partWords = {
  yours: "For you to act on",
  coming: "Coming",
  waiting: "Waiting for others",
  over: "Over",
} as const;
const parts = ["yours", "coming", "waiting", "over"] as const;

const groupsFor = ({ counts }: VisitList): readonly FilterGroup[] => [
  { kind: "search", name: "words", label: "Leader or school" },
  {
    kind: "many",
    name: "part",
    label: "What it waits for",
    choices: parts.map((value) => ({
      value,
      label: `${partWords[value]} (${counts[value]})`,
    })),
  },
];

function Parts(props: { area: string; list: VisitList }) {
  return (
    <For each={parts}>
      {(part) => (
        <VisitTable
          area={props.area}
          today={props.list.today}
          caption={partWords[part]}
          visits={props.list.visits.filter((visit) => visit.part === part)}
        />
      )}
    </For>
  );
}

function Found(props: { area: string; list: VisitList; search: string }) {
  return (
    <Results
      text={counted(props.list.total, "visit")}
      total={props.list.total}
      size={pageSize}
      search={props.search}
      acts={
        <>
          <Downloads csv={`/files${inArea(props.area, "/visits.csv")}${props.search}`} />{" "}
          <Link href={`${visitsAddress(props.area)}/calendar`}>Have them in your calendar</Link>
        </>
      }
    >
      <Show when={props.list.total > 0} fallback={<EmptyState title="No visit fits" />}>
        <Parts area={props.area} list={props.list} />
      </Show>
    </Results>
  );
}

/** Visits that concern the reader: what waits for the reader first. */
export function Visits() {
  const slug = useAreaSlug();
  const location = useLocation();
  const params = () => new URLSearchParams(location.search);
  const visits = useVisits(() => ({
    area: slug(),
    parts: params().getAll("part"),
    words: params().get("words") ?? "",
    offset: (pageIn(location.search) - 1) * pageSize,
    limit: pageSize,
  }));
  const isNone = ({ counts }: VisitList) => parts.every((part) => counts[part] === 0);
  return (
    <Page title="Visits" lead="Days on which leaders are in the schools that they support.">
      <Loaded query={visits} what="Loading the visits">
        {(list) => (
          <Show
            when={!isNone(list())}
            fallback={
              <EmptyState title="No visit yet">
                <p class="govuk-body">
                  Visits are planned from the page of a deployment, once its agreement is in force.
                </p>
              </EmptyState>
            }
          >
            <Filtered groups={groupsFor(list())} search={location.search}>
              <Found area={slug()} list={list()} search={location.search} />
            </Filtered>
          </Show>
        )}
      </Loaded>
    </Page>
  );
}
