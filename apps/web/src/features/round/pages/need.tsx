import { useLocation, useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { announce, Button, counted, Details, InsetText, Link } from "../../../ui/index.ts";
import { roundAddress, runIn } from "../addresses.ts";
import { useNeedInRun, useRoundAct, type NeedInRun } from "../data.ts";
import { ChoiceCard } from "../parts/choice.tsx";
import { createTrouble, RoundFrame, Trouble } from "../parts/frame.tsx";
import { phaseWords, toDayWords, windowWords } from "../words.ts";

type Choice = NeedInRun["leaders"][number];
type Shown = { area: string; found: NeedInRun };

function TakeBack(props: Shown) {
  const act = useRoundAct();
  const [trouble, setTrouble] = createTrouble();
  const unpin = async () => {
    const { area, found } = props;
    const change = { kind: "unpin", need: found.need.id } as const;
    const seen = { area, id: found.round.id, version: found.version };
    const outcome = await act(() => api.round.adjust.mutate({ ...seen, change }));
    setTrouble(outcome.done ? "" : (outcome.message ?? ""));
    if (outcome.done) announce("The pin is taken back");
  };
  return (
    <Show when={props.found.pin}>
      {(pin) => (
        <>
          <Trouble words={trouble()} />
          <InsetText>
            <p class="govuk-body">
              {`Pinned to ${props.found.leaders.find(({ leader }) => leader.id === pin().leader)?.leader.name ?? "a leader"}: ${pin().reason}`}
            </p>
            <Button kind="secondary" small onPress={() => void unpin()}>
              Take the pin back
            </Button>
          </InsetText>
        </>
      )}
    </Show>
  );
}

function Whole(props: Shown) {
  const need = () => props.found.need;
  const lead = () =>
    `${need().reference} · band ${need().band} · ${need().expertise} · ${toDayWords(need().halfDays)}, ${windowWords[need().window]?.toLowerCase() ?? ""} · ${phaseWords(need().phase)}, ${need().zone}`;
  const possible = () => props.found.leaders.filter(({ passes }) => passes);
  const others = () => props.found.leaders.filter(({ passes }) => !passes);
  const back = () =>
    props.found.isRepair
      ? { below: "/offers", words: "Back to what would mend the plan" }
      : {
          below: `/plan?run=${props.found.run}`,
          words: `Back to the plan of run ${props.found.run}`,
        };
  const card = (choice: Choice) => (
    <ChoiceCard area={props.area} found={props.found} choice={choice} />
  );
  return (
    <RoundFrame area={props.area} round={props.found.round} title={need().school} lead={lead()}>
      <p class="govuk-body">
        <Link href={roundAddress(props.area, props.found.round.id, back().below)}>
          {back().words}
        </Link>
      </p>
      <TakeBack {...props} />
      <h2 class="govuk-heading-m">{`Who could go: ${counted(possible().length, "leader")}`}</h2>
      <ul class="a-round-lines">
        <For each={possible()}>{card}</For>
      </ul>
      <Show when={others().length > 0}>
        <Details summary={`Who could not go, and why: ${counted(others().length, "leader")}`}>
          <ul class="a-round-lines">
            <For each={others()}>{card}</For>
          </ul>
        </Details>
      </Show>
    </RoundFrame>
  );
}

/** One school of a plan with every leader: each rule, the cost of choosing another, and the decision by hand. */
export function ByHand() {
  const slug = useAreaSlug();
  const params = useParams();
  const location = useLocation();
  const found = useNeedInRun(() => ({
    area: slug(),
    id: params["round"] ?? "",
    run: runIn(location.search),
    need: params["need"] ?? "",
  }));
  return (
    <Loaded query={found} what="Loading the leaders">
      {(known) => <Whole area={slug()} found={known()} />}
    </Loaded>
  );
}
