import { For, Show } from "solid-js";
import { useLocation } from "@solidjs/router";
import { inArea } from "../../../app/area.ts";
import { toDateWords } from "../../../lib/words.ts";
import { ButtonRow, Details, InsetText, LinkButton, Tag } from "../../../ui/index.ts";
import { mayPickMore, picksIn, togglePick } from "../address.ts";
import type { Candidate, Comparison, Shortlist } from "../data.ts";
import { toDayWords, toKmWords, toPlaceWords } from "../words.ts";

type Listed = Pick<Shortlist, "need" | "term" | "mayOffer">;
type Shown = { area: string; list: Listed; candidate: Candidate };

export function Rules(props: { candidate: Candidate }) {
  const mark = (rule: Candidate["rules"][number]) => {
    if (rule.passed) return "Passed: ";
    return rule.isSetAside ? "Set aside: " : "Failed: ";
  };
  return (
    <ul class="govuk-list a-rules">
      <For each={props.candidate.rules}>
        {(rule) => (
          <li class={rule.passed ? "a-rule" : "a-rule a-rule--failed"}>
            <strong>{mark(rule)}</strong>
            {rule.sentence}
          </li>
        )}
      </For>
    </ul>
  );
}

export function Parts(props: { candidate: Candidate }) {
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

export const freshnessOf = ({
  confirmedOn,
  goodUntil,
}: Pick<Candidate, "confirmedOn" | "goodUntil">): string =>
  confirmedOn === null || goodUntil === null
    ? "Not confirmed"
    : `Confirmed ${toDateWords(confirmedOn)}, good until ${toDateWords(goodUntil)}`;

const headsWords = ({ headsPlace }: Candidate): readonly (readonly [string, string])[] =>
  headsPlace === null ? [] : [["The head’s choice", toPlaceWords(headsPlace)]];

/** What a coordinator looks for, as term and value. */
export const factsOf = (candidate: Candidate): readonly (readonly [string, string])[] => [
  ["Home school", [candidate.homeSchool, ...candidate.homeZones].join(", ")],
  [
    "Days left",
    `${toDayWords(candidate.freeHalfDays)} of ${toDayWords(candidate.publishedHalfDays)}`,
  ],
  ["Distance", toKmWords(candidate.km)],
  ["Freshness", freshnessOf(candidate)],
  ["Past work", candidate.hasSupported ? "Has supported this school" : "None at this school"],
  ["Schools now", `${candidate.schools} of ${candidate.mostSchools} at once`],
  ...headsWords(candidate),
];

const reasonsOf = (candidate: Candidate) =>
  candidate.parts
    .filter(({ points }) => points > 0)
    .toSorted((one, other) => other.points - one.points)
    .slice(0, 3)
    .map(({ sentence }) => sentence)
    .join(". ");

/** Why a rule does not count for this leader, who said so and when. */
export function Override(props: { override: Comparison["leaders"][number]["override"] }) {
  return (
    <Show when={props.override}>
      {(override) => (
        <InsetText>
          <strong>{`Set aside by ${override().by ?? "somebody"} on ${toDateWords(override().at)}:`}</strong>{" "}
          {`${override().sentences.join(". ")}. `}
          <span class="a-words">{override().reason}</span>
        </InsetText>
      )}
    </Show>
  );
}

/** Takes a leader into the comparison or out of it: the address keeps who is in. */
export function PickLink(props: { person: { personId: string; name: string } }) {
  const location = useLocation();
  const isPicked = () => picksIn(location.search).includes(props.person.personId);
  return (
    <Show when={isPicked() || mayPickMore(location.search)}>
      <a
        class="govuk-link govuk-link--no-visited-state"
        attr:noscroll=""
        href={togglePick(location.search, props.person.personId)}
      >
        {isPicked() ? "Take out of the choice" : "Choose to compare"}
        <span class="govuk-visually-hidden">{`: ${props.person.name}`}</span>
      </a>
    </Show>
  );
}

export const offerAddress = ({ area, list, candidate }: Shown): string =>
  inArea(area, `/needs/${list.need.id}/offer/${candidate.personId}?term=${list.term.id}`);

/** One leader beside a need: place, score, what matters at a glance, and all of the reasons below. */
export function CandidateCard(props: Shown) {
  const candidate = () => props.candidate;
  const location = useLocation();
  const isPicked = () => picksIn(location.search).includes(candidate().personId);
  return (
    <li class="a-candidate">
      <div class="a-candidate__head">
        <h3 class="govuk-heading-m">{`${toPlaceWords(candidate().rank)} ${candidate().name}`}</h3>
        <p class="a-candidate__score">
          <strong>{candidate().score}</strong>
          {" of 100"}
        </p>
      </div>
      <p class="govuk-body a-quiet">
        {candidate().kind}
        <Show when={isPicked()}>
          {" "}
          <Tag>Chosen</Tag>
        </Show>
      </p>
      <Override override={candidate().override} />
      <p class="govuk-body">{`${reasonsOf(candidate())}.`}</p>
      <dl class="a-candidate__facts">
        <For each={factsOf(candidate())}>
          {([term, value]) => (
            <div>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          )}
        </For>
      </dl>
      <Details summary={`All rules and the score of ${candidate().name}`}>
        <h4 class="govuk-heading-s">Rules</h4>
        <Rules candidate={candidate()} />
        <h4 class="govuk-heading-s">Score</h4>
        <Parts candidate={candidate()} />
      </Details>
      <ButtonRow>
        <Show when={props.list.mayOffer}>
          <LinkButton
            kind={candidate().rank === 1 ? "main" : "secondary"}
            href={offerAddress(props)}
          >
            Offer
            <span class="govuk-visually-hidden">{` to ${candidate().name}`}</span>
          </LinkButton>
        </Show>
        <PickLink person={candidate()} />
      </ButtonRow>
    </li>
  );
}
