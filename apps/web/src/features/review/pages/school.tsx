import { useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import { Breadcrumbs, Columns, InsetText, Page } from "../../../ui/index.ts";
import { useReviewedSchool, type ReviewedSchool } from "../data.ts";
import { KnownFacts } from "../parts/facts.tsx";
import { JudgeForm } from "../parts/judge-form.tsx";
import { JudgementTable } from "../parts/judgement-table.tsx";
import { Invited } from "../parts/result.tsx";
import { toProgressWords, toTermWords } from "../words.ts";

type Shown = { area: string; given: ReviewedSchool };

/** What was judged, where it is not the reader's to change, or not now. */
function Settled(props: Shown) {
  return (
    <Show
      when={props.given.school.now}
      fallback={
        <InsetText>
          {props.given.school.isOwn
            ? "This is your own school: somebody else judges it."
            : "Nobody has judged this school this term."}
        </InsetText>
      }
    >
      {(now) => (
        <>
          <p class="govuk-body a-quiet">
            {`Judged on ${toDateWords(now().judgedAt)}${now().judgedBy === null ? "" : ` by ${now().judgedBy}`}.`}
          </p>
          <JudgementTable judgements={now().judgements} lists={props.given.lists} />
        </>
      )}
    </Show>
  );
}

function Whole(props: Shown) {
  const crumbs = () => [
    { text: "Termly review", href: inArea(props.area, "/reviews") },
    {
      text: `${props.given.zone}, ${toTermWords(props.given.term)}`,
      href: inArea(props.area, `/reviews/${props.given.id}`),
    },
  ];
  return (
    <Page
      title={props.given.school.name}
      caption={`School ${props.given.place.at} of ${props.given.place.of} · ${toProgressWords(props.given.progress)}`}
      before={<Breadcrumbs crumbs={crumbs()} />}
    >
      <Columns kind="side-main">
        <KnownFacts area={props.area} given={props.given} />
        <div>
          <Invited {...props} />
          <Show when={props.given.may.judge} fallback={<Settled {...props} />}>
            <JudgeForm {...props} />
          </Show>
        </div>
      </Columns>
    </Page>
  );
}

/** One school of a review: what is known at the side, what is found in the middle. */
export function JudgeSchool() {
  const slug = useAreaSlug();
  const params = useParams();
  const urn = () => Number(params["urn"]) || 0;
  const school = useReviewedSchool(() => ({
    area: slug(),
    id: params["review"] ?? "",
    urn: urn(),
  }));
  return (
    <Show when={urn()} keyed>
      {(_one) => (
        <Loaded query={school} what="Loading the school">
          {(known) => <Whole area={slug()} given={known()} />}
        </Loaded>
      )}
    </Show>
  );
}
