import { For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { Downloads, counted, EmptyState, Link, ListLine, Page } from "../../../ui/index.ts";
import { visitsAddress } from "../addresses.ts";
import { useVisits, type VisitList } from "../data.ts";
import { VisitTable } from "../parts/visit-table.tsx";

const partsOf = ({ visits, today }: VisitList) => {
  const yours = visits.filter(({ isYours }) => isYours);
  const others = visits.filter(({ isYours }) => !isYours);
  return [
    { caption: "For you to act on", visits: yours },
    {
      caption: "Coming",
      visits: others.filter(({ state, date }) => state === "planned" && date >= today),
    },
    {
      caption: "Waiting for others",
      visits: others.filter(
        ({ state, date, isOver }) => !isOver && (state !== "planned" || date < today),
      ),
    },
    { caption: "Over", visits: others.filter(({ isOver }) => isOver).toReversed() },
  ];
};

/** Visits that concern the reader: what waits for the reader first. */
export function Visits() {
  const slug = useAreaSlug();
  const visits = useVisits(slug);
  return (
    <Loaded query={visits} what="Loading the visits">
      {(list) => (
        <Page title="Visits" lead="Days on which leaders are in the schools that they support.">
          <ListLine text={counted(list().visits.length, "visit")}>
            <Downloads csv={`/files${inArea(slug(), "/visits.csv")}`} />{" "}
            <Link href={`${visitsAddress(slug())}/calendar`}>Have them in your calendar</Link>
          </ListLine>
          <Show
            when={list().visits.length > 0}
            fallback={
              <EmptyState title="No visit yet">
                <p class="govuk-body">
                  Visits are planned from the page of a deployment, once its agreement is in force.
                </p>
              </EmptyState>
            }
          >
            <For each={partsOf(list())}>
              {(part) => <VisitTable area={slug()} today={list().today} {...part} />}
            </For>
          </Show>
        </Page>
      )}
    </Loaded>
  );
}
