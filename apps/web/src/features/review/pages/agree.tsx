import { useNavigate, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  BackLink,
  Check,
  counted,
  createForm,
  DateField,
  Form,
  isoOfParts,
  noDate,
  Page,
  SummaryList,
} from "../../../ui/index.ts";
import { useReview, useReviewAct, type Review } from "../data.ts";
import { toTermWords } from "../words.ts";

type Shown = { area: string; review: Review };

function Consequences(props: Shown) {
  const inviting = (what: "need" | "capacity") =>
    props.review.schools.filter(({ now }) => (now?.invites[what].length ?? 0) > 0).length;
  return (
    <SummaryList
      rows={[
        { term: "Reviewed", value: counted(props.review.progress.judged, "school") },
        {
          term: "Asked for days",
          value: `${counted(inviting("capacity"), "school")}: head and leaders get a mail without a word of what was found`,
        },
        {
          term: "Suggest a need",
          value: `${counted(inviting("need"), "school")}: nothing is begun or sent by itself`,
        },
        { term: "Heads", value: "read what was found of their own schools, and no other" },
      ]}
    />
  );
}

function AgreeForm(props: Shown) {
  const act = useReviewAct();
  const navigate = useNavigate();
  const back = () => inArea(props.area, `/reviews/${props.review.id}`);
  const left = () => props.review.progress.schools - props.review.progress.judged;
  const form = createForm({
    initial: { panelOn: noDate, leavesOut: false },
    check: ({ panelOn, leavesOut }) => ({
      panelOn: isoOfParts(panelOn) === undefined ? "Enter a day, month and year" : undefined,
      leavesOut:
        left() > 0 && !leavesOut ? "Tick this, or go back and review them first" : undefined,
    }),
    submit: async ({ panelOn, leavesOut }) => {
      const { area, review } = props;
      const { id, version } = review;
      const day = isoOfParts(panelOn) ?? "";
      const outcome = await act(() =>
        api.review.agree.mutate({ area, id, version, panelOn: day, leavesOut }),
      );
      if (outcome.done) navigate(back());
      return outcome;
    },
  });
  return (
    <Page
      title="The panel has agreed"
      caption={`${props.review.zone}, ${toTermWords(props.review.term)}`}
      before={<BackLink href={back()} />}
      error={form.problems().length > 0}
    >
      <Consequences {...props} />
      <Form form={form} submitLabel="Agree and invite">
        <DateField
          label="On which day did the panel of the zone meet?"
          hint="For example, 20 11 2026"
          {...form.field("panelOn")}
        />
        <Show when={left() > 0}>
          <Check
            label={`${counted(left(), "school")} ${left() === 1 ? "stays" : "stay"} without a judgement this term`}
            {...form.field("leavesOut")}
          />
        </Show>
      </Form>
    </Page>
  );
}

/** Writes down that the zone's panel has agreed, with what follows from it. */
export function AgreeReview() {
  const slug = useAreaSlug();
  const params = useParams();
  const review = useReview(() => ({ area: slug(), id: params["review"] ?? "" }));
  return (
    <Loaded query={review} what="Loading the review">
      {(known) => (
        <Show when={known().may.agree} fallback={<NotFound />}>
          <AgreeForm area={slug()} review={known()} />
        </Show>
      )}
    </Loaded>
  );
}
