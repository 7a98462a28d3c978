import { useNavigate } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  Button,
  ButtonRow,
  Card,
  counted,
  EmptyState,
  Link,
  ListLine,
  Page,
  ProgressBar,
  Table,
  Tag,
  type Column,
} from "../../../ui/index.ts";
import { useReviewAct, useReviews, type Reviews } from "../data.ts";
import { stateColours, stateWords, toProgressWords, toTermWords } from "../words.ts";

type Line = Reviews["reviews"][number];

/** A button for each zone whose review of this term nobody has opened yet. */
function ToOpen(props: { area: string; toOpen: Reviews["toOpen"] }) {
  const act = useReviewAct();
  const navigate = useNavigate();
  const [trouble, setTrouble] = createSignal<string>();
  const begin = async ({ zoneId, termId }: Reviews["toOpen"][number]) => {
    const { area } = props;
    const begun: { id?: string } = {};
    const outcome = await act(async () => {
      begun.id = (await api.review.begin.mutate({ area, zoneId, termId })).id;
    });
    if (outcome.done && begun.id !== undefined)
      navigate(inArea(props.area, `/reviews/${begun.id}`));
    else setTrouble(outcome.done ? undefined : outcome.message);
  };
  return (
    <Show when={props.toOpen.length > 0}>
      <Card sand>
        <h2 class="govuk-heading-m">Not opened yet</h2>
        <Show when={trouble()}>
          {(words) => (
            <p class="govuk-error-message" role="alert">
              {words()}
            </p>
          )}
        </Show>
        <For each={props.toOpen}>
          {(one) => (
            <ButtonRow>
              <Button onPress={() => void begin(one)}>
                {`Open the review of ${one.zone}, ${toTermWords(one.term)}`}
              </Button>
            </ButtonRow>
          )}
        </For>
      </Card>
    </Show>
  );
}

const columnsIn = (area: string): readonly Column<Line>[] => [
  {
    key: "zone",
    header: "Zone",
    rowHeader: true,
    cell: (line) => (
      <Link
        href={inArea(area, `/reviews/${line.id}`)}
      >{`${line.zone}, ${toTermWords(line.term)}`}</Link>
    ),
  },
  {
    key: "state",
    header: "State",
    cell: (line) => (
      <>
        <Tag colour={stateColours[line.state]}>{stateWords[line.state]}</Tag>
        <Show when={line.panelOn}>
          {(day) => <div class="a-quiet a-small">{`Panel of ${toDateWords(day())}`}</div>}
        </Show>
      </>
    ),
  },
  {
    key: "progress",
    header: "Schools",
    cell: (line) => (
      <Show
        when={line.state === "open"}
        fallback={<>{`${counted(line.progress.judged, "school")} reviewed`}</>}
      >
        <ProgressBar
          label={toProgressWords(line.progress)}
          value={line.progress.judged}
          max={Math.max(line.progress.schools, 1)}
        />
      </Show>
    ),
  },
];

/** The reviews of the zones that the reader looks after, term by term. */
export function ReviewList() {
  const slug = useAreaSlug();
  const reviews = useReviews(slug);
  return (
    <Page
      title="Termly review"
      lead="Each term a zone looks at every one of its schools: who can give days, and who needs help."
    >
      <Loaded query={reviews} what="Loading the reviews">
        {(known) => (
          <>
            <ToOpen area={slug()} toOpen={known().toOpen} />
            <ListLine text={counted(known().reviews.length, "review")}>{""}</ListLine>
            <Table
              caption="Reviews"
              captionHidden
              columns={columnsIn(slug())}
              rows={known().reviews}
              empty={
                <EmptyState title="No review yet">
                  <p class="govuk-body">Open the first one above.</p>
                </EmptyState>
              }
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}
