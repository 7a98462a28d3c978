import { useLocation, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { ButtonRow, Columns, EmptyState, LinkButton } from "../../../ui/index.ts";
import { roundAddress, runIn } from "../addresses.ts";
import { usePlan, useRound, type Plan, type RoundPage } from "../data.ts";
import { KeptApart, Load, Objections, Proof, Recruits } from "../parts/advice.tsx";
import { RoundFrame } from "../parts/frame.tsx";
import { PlacementTable, PlanMap } from "../parts/placements.tsx";
import { SolveButton } from "../parts/solve-button.tsx";
import { BandTable, RunPicker, Verdict } from "../parts/sum.tsx";
import { Without } from "../parts/without.tsx";

type Shown = { area: string; round: RoundPage; plan: Plan };

function Next(props: Shown) {
  const mayPropose = () => props.round.state === "solved";
  const to = () => roundAddress(props.area, props.round.id, `/panel?run=${props.plan.sum.number}`);
  return (
    <ButtonRow>
      <Show when={mayPropose()}>
        <LinkButton href={to()}>Propose this plan to the panel</LinkButton>
      </Show>
      <Show when={props.round.state === "agreed"}>
        <LinkButton href={roundAddress(props.area, props.round.id, "/offers")}>
          Go on to publish
        </LinkButton>
      </Show>
      <LinkButton
        kind="secondary"
        href={roundAddress(props.area, props.round.id, `/method?run=${props.plan.sum.number}`)}
      >
        How was this found?
      </LinkButton>
    </ButtonRow>
  );
}

function Whole(props: Shown) {
  return (
    <>
      <RunPicker
        area={props.area}
        id={props.round.id}
        run={props.plan.sum.number}
        last={props.round.runs.length}
      />
      <Verdict sum={props.plan.sum} />
      <Next {...props} />
      <Show when={props.plan.placements.length > 0}>
        <PlacementTable area={props.area} plan={props.plan} />
      </Show>
      <Without area={props.area} plan={props.plan} />
      <Columns kind="halves">
        <div>
          <h2 class="govuk-heading-m">On the map</h2>
          <PlanMap area={props.area} plan={props.plan} />
        </div>
        <div>
          <BandTable sum={props.plan.sum} />
        </div>
      </Columns>
      <Recruits plan={props.plan} />
      <Load plan={props.plan} />
      <Objections plan={props.plan} />
      <KeptApart plan={props.plan} />
      <Proof area={props.area} plan={props.plan} />
    </>
  );
}

/** A run as a plan: who goes where, who goes without and why, on a table and on the map. */
export function PlanPage() {
  const slug = useAreaSlug();
  const params = useParams();
  const location = useLocation();
  const named = () => ({ area: slug(), id: params["round"] ?? "" });
  const round = useRound(named);
  return (
    <Loaded query={round} what="Loading the round">
      {(known) => (
        <RoundFrame area={slug()} round={known()} title="Plan">
          <Show
            when={known().runs.length > 0}
            fallback={
              <>
                <EmptyState title="No plan yet">
                  <p class="govuk-body">Solve the round: then the plan is here.</p>
                </EmptyState>
                <SolveButton area={slug()} round={known()} label="Solve" />
              </>
            }
          >
            <Found area={slug()} round={known()} run={runIn(location.search)} />
          </Show>
        </RoundFrame>
      )}
    </Loaded>
  );
}

function Found(props: { area: string; round: RoundPage; run: number | undefined }) {
  const plan = usePlan(() => ({ area: props.area, id: props.round.id, run: props.run }));
  return (
    <Loaded query={plan} what="Loading the plan">
      {(found) => <Whole area={props.area} round={props.round} plan={found()} />}
    </Loaded>
  );
}
