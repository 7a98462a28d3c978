import { toTermWords } from "@alongside/domain/calendar";
import { useLocation, useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { useLive } from "../../../lib/live.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  counted,
  EmptyState,
  Filtered,
  InsetText,
  Link,
  LinkButton,
  Results,
  SourceNote,
  withoutParams,
  withParam,
} from "../../../ui/index.ts";
import {
  filtersOf,
  pageSize,
  picksIn,
  questionOf,
  sharedSearch,
  sortIn,
  sortWords,
  type Sort,
} from "../address.ts";
import { useShortlist, type Shortlist } from "../data.ts";
import { CandidateCard } from "../parts/candidate.tsx";
import { Excluded } from "../parts/folds.tsx";
import { shortlistAddress, ShortlistFrame } from "../parts/frame.tsx";
import { SentToHead } from "../parts/sent.tsx";

type Shown = { area: string; list: Shortlist };

function Terms(props: Shown) {
  const location = useLocation();
  const others = () => props.list.terms.filter(({ id }) => id !== props.list.term.id).slice(0, 3);
  return (
    <p class="govuk-body">
      {`Days of the ${toTermWords(props.list.term).toLowerCase()}. `}
      <Show when={others().length > 0}>
        {"Other terms: "}
        <For each={others()}>
          {(term, index) => (
            <>
              {index() === 0 ? "" : ", "}
              <Link href={withParam(location.search, "term", term.id)}>
                {toTermWords(term).toLowerCase()}
              </Link>
            </>
          )}
        </For>
      </Show>
    </p>
  );
}

const sorts = Object.keys(sortWords).filter((key): key is Sort => key in sortWords);

function Sorts() {
  const location = useLocation();
  const now = () => sortIn(location.search);
  return (
    <nav aria-label="Sort by">
      <ul class="a-sorts">
        <li>Sort by:</li>
        <For each={sorts}>
          {(sort) => (
            <li>
              <a
                class="govuk-link govuk-link--no-visited-state"
                attr:noscroll=""
                aria-current={sort === now() ? "true" : undefined}
                href={withParam(location.search, "sort", sort === "fit" ? "" : sort)}
              >
                {sortWords[sort]}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}

/** Who was chosen, and what can be done with them: it stays in view while the list is read. */
function ChoiceBar(props: Shown) {
  const location = useLocation();
  const picked = () => picksIn(location.search).length;
  const to = (below: string) =>
    `${shortlistAddress(props.area, props.list.need.id, below)}${sharedSearch(location.search)}`;
  return (
    <Show when={picked() > 0}>
      <div class="a-choice-bar" role="region" aria-label="Chosen leaders">
        <p>
          <strong>{`${counted(picked(), "leader")} chosen`}</strong>
        </p>
        <Show when={picked() > 1} fallback={<p>Choose one more to compare</p>}>
          <LinkButton small href={to("/compare")}>
            Compare side by side
          </LinkButton>
          <Show when={props.list.mayOffer}>
            <LinkButton small kind="secondary" href={to("/send")}>
              Send to the head to rank
            </LinkButton>
          </Show>
        </Show>
        <a
          class="govuk-link govuk-link--no-visited-state"
          attr:noscroll=""
          href={withoutParams(location.search, ["pick"])}
        >
          Clear
        </a>
      </div>
    </Show>
  );
}

function Ranked(props: Shown) {
  const location = useLocation();
  const line = () => {
    const of = props.list.total === props.list.fitting ? "" : ` of ${props.list.fitting} who fit`;
    return `${counted(props.list.total, "leader")}${of}`;
  };
  return (
    <>
      <h2 class="govuk-heading-l">Who fits</h2>
      <Show
        when={props.list.ranked.length > 0}
        fallback={
          <EmptyState
            title={
              props.list.fitting > 0 ? "No leader fits these filters" : "Nobody passes every rule"
            }
          >
            <p class="govuk-body">
              {props.list.fitting > 0
                ? "Take a filter away."
                : "Look at who is left out and by which rule, or at another term."}
            </p>
          </EmptyState>
        }
      >
        <Results text={line()} total={props.list.total} size={pageSize} search={location.search}>
          <Sorts />
          <ol class="a-candidates">
            <For each={props.list.ranked}>
              {(candidate) => (
                <CandidateCard area={props.area} list={props.list} candidate={candidate} />
              )}
            </For>
          </ol>
        </Results>
      </Show>
    </>
  );
}

function Notices(props: Shown) {
  return (
    <Show when={!props.list.mayOffer}>
      <InsetText>
        {props.list.need.state === "submitted"
          ? "Put the need into a band first: only an open need can be offered."
          : "The need is not open, so that nothing can be offered now."}
      </InsetText>
    </Show>
  );
}

function Whole(props: Shown) {
  const location = useLocation();
  const groups = () => filtersOf(props.list.choices);
  return (
    <ShortlistFrame area={props.area} framed={props.list} here="list">
      <Notices {...props} />
      <Terms {...props} />
      <SentToHead area={props.area} needId={props.list.need.id} />
      <Filtered groups={groups()} search={location.search}>
        <Ranked {...props} />
        <Excluded {...props} />
        <Show when={props.list.withoutDays > 0}>
          <p class="govuk-body">
            {`${counted(props.list.withoutDays, "leader")} of the area gave no days for this term.`}
          </p>
        </Show>
        <SourceNote
          source="Days as leaders published them, places and likeness from the register, weights of the partnership"
          asOf={toDateWords(props.list.today)}
        />
        <ChoiceBar {...props} />
      </Filtered>
    </ShortlistFrame>
  );
}

/** Who fits a need, in order, why, and who is left out by which rule. */
export function NeedShortlist() {
  const slug = useAreaSlug();
  useLive(slug);
  const params = useParams();
  const location = useLocation();
  const list = useShortlist(() =>
    questionOf({ area: slug(), needId: params["need"] ?? "" }, location.search),
  );
  return (
    <Loaded query={list} what="Looking for leaders">
      {(known) => <Whole area={slug()} list={known()} />}
    </Loaded>
  );
}
