import { useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { Loaded } from "../../../lib/loaded.tsx";
import { ButtonRow, Columns, LinkButton } from "../../../ui/index.ts";
import { roundAddress, runIn } from "../addresses.ts";
import { usePlan, type Plan } from "../data.ts";
import { KeptApart, Load, Objections, Proof, Recruits, SetAside } from "../parts/advice.tsx";
import { RoundShown, type OfRound } from "../parts/of-round.tsx";
import { PlacementTable, PlanMap } from "../parts/placements.tsx";
import { SolveButton } from "../parts/solve-button.tsx";
import { BandTable, RunPicker, Verdict } from "../parts/sum.tsx";
import { Without } from "../parts/without.tsx";

type Shown = OfRound & { plan: Plan };

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
      <Columns kind="halves">
        <div>
          <BandTable sum={props.plan.sum} />
        </div>
        <div>
          <h2 class="govuk-heading-m">On the map</h2>
          <PlanMap area={props.area} plan={props.plan} />
        </div>
      </Columns>
      <Show when={props.plan.placements.length > 0}>
        <PlacementTable area={props.area} plan={props.plan} />
      </Show>
      <Without area={props.area} plan={props.plan} />
      <Recruits plan={props.plan} />
      <Load plan={props.plan} />
      <Objections plan={props.plan} />
      <SetAside plan={props.plan} />
      <KeptApart plan={props.plan} />
      <Proof area={props.area} plan={props.plan} />
    </>
  );
}

function Found(props: OfRound) {
  const location = useLocation();
  const plan = usePlan(() => ({
    area: props.area,
    id: props.round.id,
    run: runIn(location.search),
  }));
  return (
    <Loaded query={plan} what="Loading the plan">
      {(found) => <Whole {...props} plan={found()} />}
    </Loaded>
  );
}

/** A run as a plan: who goes where, who goes without and why, on a table and on the map. */
export function PlanPage() {
  return (
    <RoundShown
      title="Plan"
      fewestRuns={1}
      empty={{ title: "No plan yet", words: "Solve the round: then the plan is here." }}
      instead={(shown) => <SolveButton {...shown} label="Solve" />}
    >
      {(shown) => <Found {...shown} />}
    </RoundShown>
  );
}
