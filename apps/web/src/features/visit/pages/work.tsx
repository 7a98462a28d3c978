import { useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import { Breadcrumbs, EmptyState, InsetText, LinkButton, Page } from "../../../ui/index.ts";
import { workAddress } from "../addresses.ts";
import { useVisitPlan, type VisitPlan } from "../data.ts";
import { VisitTable } from "../parts/visit-table.tsx";
import { WorkNav } from "../parts/work-nav.tsx";
import { toLength } from "../words.ts";

const leftWords = ({ allowance, agreedHalfDays }: VisitPlan): string => {
  if (allowance === null) return "Visits are planned once all three have signed the agreement.";
  const { leftHalfDays, from, to } = allowance;
  const left =
    leftHalfDays === 0 ? "all of it is planned" : `${toLength(leftHalfDays)} of it to plan`;
  return `Agreed: ${toLength(agreedHalfDays)} from ${toDateWords(from)} to ${toDateWords(to)}, ${left}.`;
};

function Whole(props: { area: string; plan: VisitPlan }) {
  const hasLeft = () => (props.plan.allowance?.leftHalfDays ?? 0) > 0;
  return (
    <Page
      title={`${props.plan.leader.name} for ${props.plan.school.name}`}
      caption="Visits"
      before={
        <Breadcrumbs crumbs={[{ text: "Deployments", href: inArea(props.area, "/deployments") }]} />
      }
    >
      <WorkNav area={props.area} deployment={props.plan.deploymentId} current="visits" />
      <InsetText>
        {leftWords(props.plan)}
        <Show when={props.plan.pattern}>
          <span class="a-words">{` ${props.plan.pattern}`}</span>
        </Show>
      </InsetText>
      <Show when={props.plan.mayPlan && hasLeft()}>
        <LinkButton href={workAddress(props.area, props.plan.deploymentId, "visits/plan")}>
          Plan a visit
        </LinkButton>
      </Show>
      <Show
        when={props.plan.visits.length > 0}
        fallback={<EmptyState title="No visit is planned yet" />}
      >
        <VisitTable
          area={props.area}
          today={props.plan.today}
          caption="Visits of this work"
          visits={props.plan.visits}
        />
      </Show>
    </Page>
  );
}

/** The visits of one deployment beside the days that were agreed. */
export function VisitsOfWork() {
  const slug = useAreaSlug();
  const params = useParams();
  const plan = useVisitPlan(() => ({ area: slug(), deploymentId: params["deployment"] ?? "" }));
  return (
    <Loaded query={plan} what="Loading the visits">
      {(known) => <Whole area={slug()} plan={known()} />}
    </Loaded>
  );
}
