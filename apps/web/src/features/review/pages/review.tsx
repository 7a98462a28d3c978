import { passesReviewFilter } from "@alongside/domain/review";
import { useLocation, useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  Breadcrumbs,
  ButtonRow,
  counted,
  createForm,
  Details,
  Downloads,
  EmptyState,
  Form,
  Link,
  LinkButton,
  ListLine,
  Page,
  ProgressBar,
  SubNavigation,
  Table,
  Tag,
  TextField,
  type Column,
} from "../../../ui/index.ts";
import { useReview, useReviewAct, type Review, type ReviewLine } from "../data.ts";
import { Found } from "../parts/found.tsx";
import {
  stateColours,
  stateWords,
  toBandWords,
  toChangeWords,
  toFigureWords,
  toInspectionWords,
  toProgressWords,
  toSupportWords,
  toTermWords,
} from "../words.ts";

type Shown = { area: string; review: Review };

const filters = [
  { text: "All schools", show: null },
  { text: "Not reviewed yet", show: "left" },
  { text: "Invites a need", show: "need" },
  { text: "Invites days", show: "capacity" },
] as const;

function Lines(props: { texts: readonly string[]; otherwise: string }) {
  return (
    <Show
      when={props.texts.length > 0}
      fallback={<span class="a-quiet a-small">{props.otherwise}</span>}
    >
      <For each={props.texts}>{(text) => <div class="a-small">{text}</div>}</For>
    </Show>
  );
}

function Now(props: { line: ReviewLine; review: Review }) {
  return (
    <Show
      when={props.line.now}
      fallback={
        <Tag colour={props.line.isJudged ? "grey" : "amber"}>
          {props.line.isOwn ? "Your own school" : "To review"}
        </Tag>
      }
    >
      {(now) => (
        <>
          <Found judgements={now().judgements} words={props.review.lists.words} isShort />
          <Show when={now().band < 4}>
            <div class="a-quiet a-small">{`Suggests band ${toBandWords(now().band)}`}</div>
          </Show>
        </>
      )}
    </Show>
  );
}

const columnsOf = (props: Shown): readonly Column<ReviewLine>[] => [
  {
    key: "school",
    header: "School",
    rowHeader: true,
    cell: (line) => (
      <Link href={inArea(props.area, `/reviews/${props.review.id}/schools/${line.urn}`)}>
        {line.name}
      </Link>
    ),
  },
  {
    key: "ofsted",
    header: "Ofsted",
    cell: (line) => (
      <Lines texts={line.inspections.map(toInspectionWords)} otherwise="No inspection" />
    ),
  },
  {
    key: "results",
    header: "Results",
    cell: (line) => (
      <Lines texts={line.outcome === null ? [] : [toFigureWords(line.outcome)]} otherwise="None" />
    ),
  },
  {
    key: "changes",
    header: "Changes and support",
    cell: (line) => (
      <Lines
        texts={[...line.changes.map(toChangeWords), toSupportWords(line.support)].filter(Boolean)}
        otherwise="None"
      />
    ),
  },
  {
    key: "last",
    header: "Last review",
    cell: (line) => (
      <Show when={line.last} fallback={<span class="a-quiet a-small">None</span>}>
        {(given) => (
          <>
            <div class="a-quiet a-small">{toTermWords(given().term)}</div>
            <Found judgements={given().judgements} words={props.review.lists.words} isShort />
          </>
        )}
      </Show>
    ),
  },
  {
    key: "now",
    header: "This term",
    cell: (line) => <Now line={line} review={props.review} />,
  },
];

/** The review taken up again, with the reason. */
function Reopen(props: Shown) {
  const act = useReviewAct();
  const form = createForm({
    initial: { reason: "" },
    check: ({ reason }) => ({ reason: reason.trim() === "" ? "Enter a reason" : undefined }),
    submit: ({ reason }) => {
      const { id, version } = props.review;
      return act(() => api.review.reopen.mutate({ area: props.area, id, version, reason }));
    },
  });
  return (
    <Details summary="Take the review up again">
      <Form form={form} submitLabel="Take it up again">
        <TextField
          label="Reason"
          hint="What was sent stays sent. The panel agrees anew."
          {...form.field("reason")}
        />
      </Form>
    </Details>
  );
}

function Progress(props: Shown) {
  const next = () => props.review.schools.find(({ isJudged, isOwn }) => !isJudged && !isOwn);
  const to = (below: string) => inArea(props.area, `/reviews/${props.review.id}${below}`);
  return (
    <>
      <Show
        when={props.review.state === "open"}
        fallback={
          <p class="govuk-body">
            {`The panel agreed on ${toDateWords(props.review.panelOn ?? props.review.openedAt)}. Heads read what was found of their own schools.`}
          </p>
        }
      >
        <ProgressBar
          label="Schools"
          value={props.review.progress.judged}
          max={Math.max(props.review.progress.schools, 1)}
          text={toProgressWords(props.review.progress)}
        />
      </Show>
      <ButtonRow>
        <Show when={props.review.may.judge ? next() : undefined}>
          {(school) => (
            <LinkButton
              href={to(`/schools/${school().urn}`)}
            >{`Review ${school().name}`}</LinkButton>
          )}
        </Show>
        <Show when={props.review.may.agree}>
          <LinkButton kind={next() === undefined ? "main" : "secondary"} href={to("/agree")}>
            The panel has agreed
          </LinkButton>
        </Show>
      </ButtonRow>
      <Show when={props.review.may.reopen}>
        <Reopen {...props} />
      </Show>
    </>
  );
}

function Whole(props: Shown) {
  const location = useLocation();
  const show = () => new URLSearchParams(location.search).get("show");
  const shown = () => props.review.schools.filter((line) => passesReviewFilter(line, show()));
  const items = () =>
    filters.map(({ text, show: wanted }) => ({
      text,
      href: `${location.pathname}${wanted === null ? "" : `?show=${wanted}`}`,
      current: show() === wanted,
    }));
  /** What the figures of the column are: one measure for each phase that the zone has. */
  const measures = () => [
    ...new Set(props.review.schools.flatMap(({ outcome }) => outcome?.label ?? [])),
  ];
  return (
    <Page
      title={`Review of ${props.review.zone}`}
      caption={toTermWords(props.review.term)}
      before={
        <Breadcrumbs crumbs={[{ text: "Termly review", href: inArea(props.area, "/reviews") }]} />
      }
    >
      <p class="a-tags">
        <Tag colour={stateColours[props.review.state]}>{stateWords[props.review.state]}</Tag>
      </p>
      <Progress {...props} />
      <SubNavigation label="Which schools" items={items()} />
      <ListLine text={counted(shown().length, "school")}>
        <Downloads
          csv={`/files/areas/${props.area}/reviews/${props.review.id}/schools.csv${location.search}`}
        />
      </ListLine>
      <Table
        caption="Schools of the review"
        captionHidden
        columns={columnsOf(props)}
        rows={shown()}
        empty={
          <EmptyState title="No school fits">
            <p class="govuk-body">Take the filter away to see them all.</p>
          </EmptyState>
        }
      />
      <Show when={measures().length > 0}>
        <p class="govuk-body a-quiet a-small">{`Results: ${measures().join("; ")}.`}</p>
      </Show>
    </Page>
  );
}

/** One review: its schools with what is known of each, what was found before and now. */
export function OneReview() {
  const slug = useAreaSlug();
  const params = useParams();
  const review = useReview(() => ({ area: slug(), id: params["review"] ?? "" }));
  return (
    <Loaded query={review} what="Loading the review">
      {(known) => <Whole area={slug()} review={known()} />}
    </Loaded>
  );
}
