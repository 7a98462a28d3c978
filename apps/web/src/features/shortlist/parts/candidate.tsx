import { For, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { toDateWords } from "../../../lib/words.ts";
import { Details, LinkButton, SummaryList, Tag } from "../../../ui/index.ts";
import type { Candidate, Shortlist } from "../data.ts";
import { toConditionWords, toDayWords, toKmWords, toPlaceWords } from "../words.ts";

type Shown = { area: string; list: Shortlist; candidate: Candidate };

function Rules(props: { candidate: Candidate }) {
  return (
    <ul class="govuk-list a-rules">
      <For each={props.candidate.rules}>
        {(rule) => (
          <li class={rule.passed ? "a-rule" : "a-rule a-rule--failed"}>
            <strong>{rule.passed ? "Passed: " : "Failed: "}</strong>
            {rule.sentence}
          </li>
        )}
      </For>
    </ul>
  );
}

function Parts(props: { candidate: Candidate }) {
  return (
    <ul class="govuk-list a-rules">
      <For each={props.candidate.parts}>
        {(part) => (
          <li>
            <strong>{`${part.points} of ${part.most} points: `}</strong>
            {part.sentence}
          </li>
        )}
      </For>
    </ul>
  );
}

const factsOf = (candidate: Candidate) => [
  {
    term: "Home school",
    value: [candidate.homeSchool, ...candidate.homeZones].join(", "),
  },
  {
    term: "Days left",
    value: `${toDayWords(candidate.freeHalfDays)} of ${toDayWords(candidate.publishedHalfDays)}`,
  },
  { term: "Distance", value: toKmWords(candidate.km) },
  {
    term: "Freshness",
    value:
      candidate.confirmedOn === null || candidate.goodUntil === null
        ? "Not confirmed"
        : `Confirmed ${toDateWords(candidate.confirmedOn)}, good until ${toDateWords(candidate.goodUntil)}`,
  },
];

const reasonsOf = (candidate: Candidate) =>
  candidate.parts
    .filter(({ points }) => points > 0)
    .toSorted((one, other) => other.points - one.points)
    .slice(0, 3)
    .map(({ sentence }) => sentence)
    .join(". ");

/** Whether a reason is all that stands between an excluded leader and an offer. */
const mayBeSetAside = ({ rules }: Candidate): boolean =>
  rules.every(({ passed, isOverridable }) => passed || isOverridable);

/** One leader beside a need: place, score, what matters at a glance, and all of the reasons below. */
export function CandidateCard(props: Shown & { isExcluded?: boolean }) {
  const candidate = () => props.candidate;
  const mayOffer = () =>
    props.list.mayOffer && (props.isExcluded !== true || mayBeSetAside(candidate()));
  const offerAddress = () =>
    inArea(
      props.area,
      `/needs/${props.list.need.id}/offer/${candidate().personId}?term=${props.list.term.id}`,
    );
  return (
    <li class="a-candidate">
      <div class="a-candidate__head">
        <h3 class="govuk-heading-m">
          {props.isExcluded === true
            ? candidate().name
            : `${toPlaceWords(candidate().rank)} ${candidate().name}`}
        </h3>
        <p class="a-candidate__score">
          <strong>{candidate().score}</strong>
          {" of 100"}
        </p>
      </div>
      <p class="govuk-body a-quiet">{candidate().kind}</p>
      <Show
        when={props.isExcluded}
        fallback={<p class="govuk-body">{`${reasonsOf(candidate())}.`}</p>}
      >
        <ul class="govuk-list a-rules">
          <For each={candidate().rules.filter(({ passed }) => !passed)}>
            {(rule) => (
              <li class="a-rule a-rule--failed">
                <Tag colour="red">Left out</Tag>
                {` ${rule.sentence}`}
              </li>
            )}
          </For>
        </ul>
        <p class="govuk-body">{toConditionWords(candidate())}</p>
      </Show>
      <SummaryList rows={factsOf(candidate())} />
      <Details summary={`All rules and the score of ${candidate().name}`}>
        <h4 class="govuk-heading-s">Rules</h4>
        <Rules candidate={candidate()} />
        <h4 class="govuk-heading-s">Score</h4>
        <Parts candidate={candidate()} />
      </Details>
      <Show when={mayOffer()}>
        <LinkButton
          kind={candidate().rank === 1 && props.isExcluded !== true ? "main" : "secondary"}
          href={offerAddress()}
        >
          {props.isExcluded === true ? "Offer, setting the rule aside" : "Offer"}
          <span class="govuk-visually-hidden">{` to ${candidate().name}`}</span>
        </LinkButton>
      </Show>
    </li>
  );
}
