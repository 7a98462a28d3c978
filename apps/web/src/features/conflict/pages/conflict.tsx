import { useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords, toMomentWords } from "../../../lib/words.ts";
import {
  Breadcrumbs,
  Columns,
  Details,
  Page,
  SummaryList,
  Tag,
  Timeline,
  WhoActsNext,
} from "../../../ui/index.ts";
import { useConflict, type ConflictPage } from "../data.ts";
import { Decide, Revisit } from "../parts/decide.tsx";
import { DeclaredTies } from "../parts/declared.tsx";
import { kindWords, stateColours, stateWords, toMomentTitle } from "../words.ts";

type Shown = { area: string; conflict: ConflictPage };

function Next(props: Shown) {
  return (
    <Show when={props.conflict.state === "found"}>
      <WhoActsNext
        who={props.conflict.may.decide ? "You" : "An officer without a part in it"}
        what={
          props.conflict.may.decide
            ? "decide: allow it or refuse it"
            : "decides: allows it or refuses it"
        }
        by="As soon as it can be: until then offers and signatures of the two wait"
      />
    </Show>
  );
}

function Facts(props: Shown) {
  const rows = () => [
    { term: "Leader", value: `${props.conflict.leader.name}, ${props.conflict.homeSchool}` },
    { term: "School", value: props.conflict.school },
    { term: "Ground", value: kindWords[props.conflict.kind] },
    ...(props.conflict.lastOn === null
      ? []
      : [{ term: "Support last given", value: toDateWords(props.conflict.lastOn) }]),
    ...(props.conflict.decision === null
      ? []
      : [
          { term: "Reason", value: <span class="a-words">{props.conflict.decision.reason}</span> },
          ...(props.conflict.decision.conditions === ""
            ? []
            : [
                {
                  term: "Conditions",
                  value: <span class="a-words">{props.conflict.decision.conditions}</span>,
                },
              ]),
        ]),
  ];
  return <SummaryList rows={rows()} />;
}

function Declared(props: Shown) {
  return (
    <Show when={(props.conflict.declared ?? []).length > 0}>
      <h2 class="govuk-heading-m">What was declared</h2>
      <p class="govuk-body a-small a-quiet">
        Read by the two sides and those who decide; the board does not see it.
      </p>
      <DeclaredTies area={props.area} ties={props.conflict.declared ?? []} />
    </Show>
  );
}

function Deciding(props: Shown) {
  return (
    <Show when={props.conflict.may.decide}>
      <Show
        when={props.conflict.state === "found"}
        fallback={
          <Details summary="Open the decision again">
            <Revisit {...props} />
          </Details>
        }
      >
        <Decide {...props} />
      </Show>
    </Show>
  );
}

function Whole(props: Shown) {
  return (
    <Page
      title={`${props.conflict.leader.name} and ${props.conflict.school}`}
      caption="Conflict of interest"
      before={
        <Breadcrumbs
          crumbs={[{ text: "Conflicts of interest", href: inArea(props.area, "/conflicts") }]}
        />
      }
    >
      <p class="a-tags">
        <Tag colour={stateColours[props.conflict.state]}>{stateWords[props.conflict.state]}</Tag>
      </p>
      <Next {...props} />
      <Columns kind="main-side">
        <div>
          <Facts {...props} />
          <Declared {...props} />
          <Deciding {...props} />
        </div>
        <div>
          <h2 class="govuk-heading-m">Decision log</h2>
          <Timeline
            label="Decision log"
            items={props.conflict.timeline.map(({ at, kind, by, reason, conditions }) => ({
              title: toMomentTitle(kind),
              at,
              when: toMomentWords(at),
              by: by ?? undefined,
              body:
                reason === "" ? undefined : (
                  <p class="a-words">{[reason, conditions].filter(Boolean).join("\n")}</p>
                ),
            }))}
          />
        </div>
      </Columns>
    </Page>
  );
}

/** One conflict of interest: what ties the two, what was decided, by whom and why. */
export function OneConflict() {
  const slug = useAreaSlug();
  const params = useParams();
  const conflict = useConflict(() => ({ area: slug(), id: params["conflict"] ?? "" }));
  return (
    <Loaded query={conflict} what="Loading the conflict">
      {(known) => <Whole area={slug()} conflict={known()} />}
    </Loaded>
  );
}
