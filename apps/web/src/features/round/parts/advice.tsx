import { createSignal, For, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { sentenceOf } from "../../../lib/trouble.ts";
import { BarChart, Button, counted, Details, SourceNote } from "../../../ui/index.ts";
import type { Plan } from "../data.ts";
import { toAsideWords, toSecondWords } from "../words.ts";

type Shown = { area: string; plan: Plan };

/** Whom to look for. */
export function Recruits(props: { plan: Plan }) {
  return (
    <Show when={props.plan.recruits.length > 0}>
      <h2 class="govuk-heading-m">Whom to look for</h2>
      <ul class="govuk-list govuk-list--bullet">
        <For each={props.plan.recruits}>{(words) => <li>{`${words}.`}</li>}</For>
      </ul>
    </Show>
  );
}

const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** How evenly the work is spread, in words: leaders who give all that they offer, and how far from each other they lie. */
const spreadWords = ({ mean, spread, full, leaders }: Plan["load"]): string =>
  [
    `On average a leader gives ${percent(mean)} of the days offered; most lie between ${percent(Math.max(0, mean - spread))} and ${percent(Math.min(1, mean + spread))}.`,
    full === 0
      ? "Nobody gives all."
      : `${counted(full, "leader gives", "leaders give")} all, of ${leaders.length}.`,
  ].join(" ");

/** How the days are spread over leaders. */
export function Load(props: { plan: Plan }) {
  const load = () => props.plan.load;
  const busy = () => load().leaders.filter(({ given }) => given > 0);
  return (
    <Show when={busy().length > 0}>
      <BarChart
        level={2}
        finding={`${counted(busy().length, "leader")} ${busy().length === 1 ? "gives" : "give"} days, ${load().unused} of ${load().leaders.length} give none`}
        about="Days that each leader gives in this plan, and how many could be given"
        of="Leader"
        measure="Days"
        bars={busy().map(({ name, given, offered }) => ({
          label: name,
          value: given / 2,
          text: `${given / 2} of ${offered / 2}`,
        }))}
        source={<SourceNote source="This plan, and days free when it was solved" />}
      />
      <p class="govuk-body">{spreadWords(load())}</p>
    </Show>
  );
}

/** Pairs that would both rather have each other: so that nobody is surprised. */
export function Objections(props: { plan: Plan }) {
  const found = () => props.plan.objections;
  return (
    <Show
      when={found().pairs > 0}
      fallback={
        <p class="govuk-body">
          Nobody has a reason to object: no school and leader would both rather have each other.
        </p>
      }
    >
      <Details
        summary={`Who might object: ${counted(found().schools, "school")}, ${counted(found().leaders, "leader")}`}
      >
        <p class="govuk-body">
          {`The plan is best for all together. ${counted(found().pairs, "pair", "pairs")} of a school and a leader would suit each other better than what it gives them${found().pairs > found().most.length ? `; the ${found().most.length} with the most to gain are` : ""}:`}
        </p>
        <ul class="govuk-list govuk-list--bullet">
          <For each={found().most}>
            {({ school, leader, gain, instead }) => (
              <li>
                {`${school} and ${leader}: ${counted(gain, "point")} better${instead === null ? "" : `, in place of ${instead}`}`}
              </li>
            )}
          </For>
        </ul>
      </Details>
    </Show>
  );
}

/** Pairs that were kept apart, each with its reason as it was frozen. */
export function KeptApart(props: { plan: Plan }) {
  return (
    <Show when={props.plan.kept.length > 0}>
      <Details summary={`Kept apart: ${counted(props.plan.kept.length, "pair")}`}>
        <ul class="govuk-list govuk-list--bullet">
          <For each={props.plan.kept}>
            {({ school, leader, words }) => <li>{`${leader} and ${school}: ${words}`}</li>}
          </For>
        </ul>
      </Details>
    </Show>
  );
}

/** Pairs for which a coordinator set a rule aside, whether or not the plan uses them. */
export function SetAside(props: { plan: Plan }) {
  return (
    <Show when={props.plan.setAside.length > 0}>
      <Details summary={`Rules set aside: ${counted(props.plan.setAside.length, "pair")}`}>
        <ul class="govuk-list govuk-list--bullet">
          <For each={props.plan.setAside}>
            {(aside) => <li>{`${aside.leader} and ${aside.school}: ${toAsideWords(aside)}`}</li>}
          </For>
        </ul>
      </Details>
    </Show>
  );
}

type Again = Awaited<ReturnType<typeof api.round.replay.query>>;

const againWords = (again: Again): string => {
  if (!again.isProblemIntact)
    return "What the engine was given is not what it was. Tell whoever runs this service.";
  if (again.isSame) return "The same plan came out, to the last byte. Its fingerprint:";
  return again.isRepeatable
    ? "Another plan came out. Tell whoever runs this service."
    : "Another plan came out: somebody stopped this run. Its fingerprint:";
};

/** How to check the run: its fingerprints, and the plan made again from what was frozen. */
export function Proof(props: Shown) {
  const [words, setWords] = createSignal("");
  const [hash, setHash] = createSignal("");
  const [isPending, setPending] = createSignal(false);
  const again = async () => {
    const { area, plan } = props;
    setPending(true);
    try {
      const reply = await api.round.replay.query({
        area,
        id: plan.round.id,
        run: plan.sum.number,
      });
      setWords(againWords(reply));
      setHash(reply.againHash);
    } catch (error) {
      setWords(sentenceOf(error));
    } finally {
      setPending(false);
    }
  };
  return (
    <Details summary="Check this run">
      <p class="govuk-body">
        {`What the engine was given was kept as it was, and so was its answer. It took ${toSecondWords(props.plan.sum.milliseconds)}.`}
      </p>
      <p class="govuk-body">
        {"Fingerprint of what it was given: "}
        <span class="a-hash">{props.plan.sum.problemHash}</span>
      </p>
      <p class="govuk-body">
        {"Fingerprint of its answer: "}
        <span class="a-hash">{props.plan.sum.planHash}</span>
      </p>
      <p class="govuk-body">
        {props.plan.sum.isVerified
          ? "A second program, which shares nothing with the engine, found every rule kept and the sums right."
          : "The second program found a fault. Do not use this plan."}
      </p>
      <Button kind="secondary" small pending={isPending()} onPress={() => void again()}>
        Make this plan again and compare
      </Button>
      <p class="govuk-body" role="status">
        {words()}
        <Show when={hash()}>
          <br />
          <span class="a-hash">{hash()}</span>
        </Show>
      </p>
    </Details>
  );
}
