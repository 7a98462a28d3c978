import { useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords, toMomentWords } from "../../../lib/words.ts";
import {
  Breadcrumbs,
  Columns,
  Link,
  Page,
  SummaryList,
  Tag,
  Timeline,
  WhoActsNext,
} from "../../../ui/index.ts";
import { useConcern, type ConcernPage } from "../data.ts";
import { Acts } from "../parts/acts.tsx";
import { Letters } from "../parts/letters.tsx";
import { WordsOf } from "../parts/words-of.tsx";
import { stateColours, stateWords, toMomentTitle } from "../words.ts";

type Shown = { area: string; concern: ConcernPage };

function Next(props: Shown) {
  const letter = () => props.concern.letter;
  const isOut = () => letter()?.state === "awaiting-reply" || letter()?.state === "late";
  return (
    <Show when={props.concern.state !== "resolved"}>
      <Show
        when={props.concern.state === "escalated" && isOut() ? letter() : null}
        fallback={
          <WhoActsNext
            who="You"
            what={
              props.concern.state === "raised"
                ? "take the concern up"
                : "escalate it by letter, or resolve it"
            }
          />
        }
      >
        {(out) => (
          <WhoActsNext
            who="The school"
            what={`replies to the letter of stage ${out().stage} by ${toDateWords(out().replyBy)}`}
          />
        )}
      </Show>
    </Show>
  );
}

function Facts(props: Shown) {
  return (
    <SummaryList
      rows={[
        {
          term: "School",
          value: (
            <Link href={inArea(props.area, `/schools/${props.concern.school.urn}`)}>
              {props.concern.school.name}
            </Link>
          ),
        },
        {
          term: "Raised",
          value: `${toDateWords(props.concern.raisedAt)}${props.concern.raisedBy === null ? "" : ` by ${props.concern.raisedBy}`}`,
        },
      ]}
    />
  );
}

function Whole(props: Shown) {
  return (
    <Page
      title={`Concern about ${props.concern.school.name}`}
      caption="Confidential"
      before={
        <Breadcrumbs crumbs={[{ text: "Concerns", href: inArea(props.area, "/concerns") }]} />
      }
    >
      <p class="a-tags">
        <Tag colour={stateColours[props.concern.state]}>{stateWords[props.concern.state]}</Tag>
      </p>
      <Next {...props} />
      <Columns kind="main-side">
        <div>
          <Facts {...props} />
          <Show when={props.concern.letters.length > 0}>
            <Letters {...props} />
          </Show>
          <WordsOf {...props} />
          <Acts {...props} />
        </div>
        <div>
          <h2 class="govuk-heading-m">What happened</h2>
          <Timeline
            label="What happened"
            items={props.concern.timeline.map(({ at, kind, by, stage }) => ({
              title: toMomentTitle(kind, stage),
              at,
              when: toMomentWords(at),
              by: by ?? undefined,
            }))}
          />
        </div>
      </Columns>
    </Page>
  );
}

/** One concern: how far it has gone, its letters, what it says on asking, and what can be done now. */
export function OneConcern() {
  const slug = useAreaSlug();
  const params = useParams();
  const concern = useConcern(() => ({ area: slug(), id: params["concern"] ?? "" }));
  return (
    <Loaded query={concern} what="Loading the concern">
      {(known) => <Whole area={slug()} concern={known()} />}
    </Loaded>
  );
}
