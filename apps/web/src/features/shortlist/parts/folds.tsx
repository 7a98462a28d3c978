import { For, Show } from "solid-js";
import { useLocation } from "@solidjs/router";
import { counted, Details, Link, withParam } from "../../../ui/index.ts";
import type { BriefCandidate, Fold, Shortlist } from "../data.ts";
import { foldWords, toConditionWords, toDayWords, toKmWords } from "../words.ts";
import { PickLink } from "./candidate.tsx";
import { shortlistAddress } from "./frame.tsx";

type Shown = { area: string; list: Shortlist };

function LeftOut(props: Shown & { candidate: BriefCandidate }) {
  const candidate = () => props.candidate;
  const asideAddress = () =>
    `${shortlistAddress(props.area, props.list.need.id, `/set-aside/${candidate().personId}`)}?term=${props.list.term.id}`;
  return (
    <li>
      <p>
        <strong>{candidate().name}</strong>
        {`, ${candidate().homeSchool}`}
      </p>
      <p>{toConditionWords(candidate())}</p>
      <p class="a-quiet a-small">
        {`${candidate()
          .failed.map(({ sentence }) => sentence)
          .join(
            ". ",
          )}. Score ${candidate().score} of 100, ${toDayWords(candidate().freeHalfDays)} left, ${toKmWords(candidate().km)}.`}
      </p>
      <p class="a-small">
        <PickLink person={candidate()} />
        <Show when={props.list.mayOffer && candidate().mayBeSetAside}>
          {" · "}
          <Link href={asideAddress()} about={`for ${candidate().name}`}>
            Set the rule aside
          </Link>
        </Show>
      </p>
    </li>
  );
}

function OneFold(props: Shown & { fold: Fold }) {
  const location = useLocation();
  const more = () => props.fold.count - props.fold.candidates.length;
  const isAsked = () => new URLSearchParams(location.search).get("left-out") === props.fold.fold;
  return (
    <Details
      summary={`${foldWords[props.fold.fold]}: ${counted(props.fold.count, "leader")}`}
      open={isAsked()}
    >
      <ul class="govuk-list a-fold">
        <For each={props.fold.candidates}>
          {(candidate) => <LeftOut area={props.area} list={props.list} candidate={candidate} />}
        </For>
      </ul>
      <Show when={more() > 0}>
        <p class="govuk-body">
          <a
            class="govuk-link govuk-link--no-visited-state"
            attr:noscroll=""
            href={withParam(location.search, "left-out", props.fold.fold)}
          >
            {`Show ${more()} more`}
            <span class="govuk-visually-hidden">{`: ${foldWords[props.fold.fold]}`}</span>
          </a>
        </p>
      </Show>
    </Details>
  );
}

/** Those who are left out, folded by the rule that does it: the fold with the best of them first. */
export function Excluded(props: Shown) {
  return (
    <Show when={props.list.excludedTotal > 0}>
      <h2 class="govuk-heading-l">{`Left out: ${counted(props.list.excludedTotal, "leader")}`}</h2>
      <For each={props.list.excluded}>
        {(fold) => <OneFold area={props.area} list={props.list} fold={fold} />}
      </For>
    </Show>
  );
}
