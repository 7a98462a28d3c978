import { useLocation, useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  BackLink,
  counted,
  EmptyState,
  InsetText,
  Link,
  Page,
  SourceNote,
} from "../../../ui/index.ts";
import { useShortlist, type Shortlist } from "../data.ts";
import { CandidateCard } from "../parts/candidate.tsx";
import { toDayWords, toTermWords } from "../words.ts";

type Shown = { area: string; list: Shortlist };

function Terms(props: Shown) {
  const others = () => props.list.terms.filter(({ id }) => id !== props.list.term.id).slice(0, 3);
  return (
    <>
      <p class="govuk-body">{`Days of the ${toTermWords(props.list.term).toLowerCase()}. Other terms:`}</p>
      <ul class="govuk-list">
        <For each={others()}>
          {(term) => (
            <li>
              <Link href={`?term=${encodeURIComponent(term.id)}`}>{toTermWords(term)}</Link>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

function Excluded(props: Shown) {
  return (
    <Show when={props.list.excluded.length > 0}>
      <h2 class="govuk-heading-l">{`Left out: ${counted(props.list.excluded.length, "leader")}`}</h2>
      <ol class="a-candidates">
        <For each={props.list.excluded}>
          {(candidate) => (
            <CandidateCard area={props.area} list={props.list} candidate={candidate} isExcluded />
          )}
        </For>
      </ol>
    </Show>
  );
}

function Whole(props: Shown) {
  const need = () => props.list.need;
  const back = () => inArea(props.area, `/needs/${need().id}`);
  const lead = () =>
    `${need().primaryArea}, ${toDayWords(need().halfDays)}, from ${toDateWords(need().earliest)}`;
  return (
    <Page
      title="Find a leader"
      caption={[need().reference, need().school.name, ...need().zones].filter(Boolean).join(" · ")}
      lead={lead()}
      before={<BackLink href={back()} />}
    >
      <Show when={!props.list.mayOffer}>
        <InsetText>
          {need().state === "submitted"
            ? "Put the need into a band first: only an open need can be offered."
            : "The need is not open, so that nothing can be offered now."}
        </InsetText>
      </Show>
      <Terms {...props} />
      <h2 class="govuk-heading-l">{`Who fits: ${counted(props.list.ranked.length, "leader")}`}</h2>
      <Show
        when={props.list.ranked.length > 0}
        fallback={
          <EmptyState title="Nobody passes every rule">
            <p class="govuk-body">Look at who is left out and by which rule, or at another term.</p>
          </EmptyState>
        }
      >
        <ol class="a-candidates">
          <For each={props.list.ranked}>
            {(candidate) => (
              <CandidateCard area={props.area} list={props.list} candidate={candidate} />
            )}
          </For>
        </ol>
      </Show>
      <Excluded {...props} />
      <Show when={props.list.withoutDays > 0}>
        <p class="govuk-body">
          {`${counted(props.list.withoutDays, "leader")} of the area gave no days for this term.`}
        </p>
      </Show>
      <SourceNote
        source="Days as leaders published them, places from the register, weights of the partnership"
        asOf={toDateWords(props.list.today)}
        note="The track record and open concerns at home schools are not counted yet"
      />
    </Page>
  );
}

/** Who fits a need, in order, why, and who is left out by which rule. */
export function NeedShortlist() {
  const slug = useAreaSlug();
  const params = useParams();
  const location = useLocation();
  const term = () => new URLSearchParams(location.search).get("term") ?? undefined;
  const list = useShortlist(() => ({
    area: slug(),
    needId: params["need"] ?? "",
    termId: term(),
  }));
  return (
    <Loaded query={list} what="Looking for leaders">
      {(known) => <Whole area={slug()} list={known()} />}
    </Loaded>
  );
}
