import { useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { Breadcrumbs, Columns, EmptyState, Page } from "../../../ui/index.ts";
import { WorkNav } from "../../visit/parts/work-nav.tsx";
import { useImpact, type Impact } from "../data.ts";
import { FollowUpPart, Review, StudyPart } from "../parts/after.tsx";
import { Evaluations } from "../parts/evaluations.tsx";
import { OneObjective } from "../parts/objective.tsx";

function Whole(props: { area: string; impact: Impact }) {
  return (
    <Page
      title={`${props.impact.leader.name} for ${props.impact.school.name}`}
      caption="Impact"
      before={
        <Breadcrumbs crumbs={[{ text: "Deployments", href: inArea(props.area, "/deployments") }]} />
      }
    >
      <WorkNav area={props.area} deployment={props.impact.id} current="impact" />
      <Columns kind="main-side">
        <div>
          <Show
            when={props.impact.objectives.length > 0}
            fallback={
              <EmptyState title="No objective yet">
                <p class="govuk-body">Objectives count once all three have signed the agreement.</p>
              </EmptyState>
            }
          >
            <For each={props.impact.objectives}>
              {(objective) => <OneObjective {...props} objective={objective} />}
            </For>
          </Show>
          <Evaluations {...props} />
          <StudyPart {...props} />
        </div>
        <div>
          <Review {...props} />
          <FollowUpPart {...props} />
        </div>
      </Columns>
    </Page>
  );
}

/** What a piece of work changed: objectives with their readings, and what both sides and time say of it. */
export function ImpactOfWork() {
  const slug = useAreaSlug();
  const params = useParams();
  const impact = useImpact(() => ({ area: slug(), id: params["deployment"] ?? "" }));
  return (
    <Loaded query={impact} what="Loading the impact">
      {(known) => <Whole area={slug()} impact={known()} />}
    </Loaded>
  );
}
