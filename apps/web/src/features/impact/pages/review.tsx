import { tracks, type Track } from "@alongside/domain/impact";
import { untrack } from "solid-js";
import { api } from "../../../lib/api.ts";
import {
  createForm,
  DateField,
  isoOfParts,
  partsOfIso,
  Radios,
  TextArea,
} from "../../../ui/index.ts";
import { useImpactAct, type Impact } from "../data.ts";
import { FormPage, useBack, WithImpact } from "../parts/form-page.tsx";
import { trackWords } from "../words.ts";

const choices = tracks.map((value) => ({ value, label: trackWords[value] }));

function Reviewing(props: { area: string; impact: Impact }) {
  const act = useImpactAct();
  const { done } = useBack(() => ({ area: props.area, id: props.impact.id }));
  const form = createForm({
    initial: untrack(() => {
      const { held } = props.impact.review;
      const track: Track | "" = held?.track ?? "";
      const heldOn = partsOfIso(props.impact.today);
      return { heldOn, track, summary: held?.summary ?? "", change: held?.change ?? "" };
    }),
    check: ({ heldOn, track, summary }) => ({
      heldOn: isoOfParts(heldOn) === undefined ? "Enter a date" : undefined,
      track: track === "" ? "Choose how it stands" : undefined,
      summary: summary.trim() === "" ? "Say how the work stands" : undefined,
    }),
    submit: async ({ heldOn, track, summary, change }) => {
      if (track === "") return { done: false };
      const { id, review } = props.impact;
      const said = { heldOn: isoOfParts(heldOn) ?? "", track, summary, change };
      const version = review.held?.version ?? 0;
      const given = { area: props.area, deploymentId: id, version, ...said };
      const outcome = await act(() => api.impact.review.mutate(given));
      if (outcome.done) done("The look half-way was saved");
      return outcome;
    },
  });
  return (
    <FormPage
      {...props}
      title="The look half-way"
      lead="How does the work stand, and what is done differently from now on?"
      form={form}
      submitLabel="Save"
    >
      <DateField {...form.field("heldOn")} label="When did you look?" />
      <Radios {...form.field("track")} label="How does it stand?" choices={choices} />
      <TextArea {...form.field("summary")} label="What shows it?" limit={2000} />
      <TextArea
        {...form.field("change")}
        label="What changes from now on? (optional)"
        limit={2000}
      />
    </FormPage>
  );
}

/** How a piece of work stands half-way. */
export function ReviewWork() {
  return <WithImpact>{(shown) => <Reviewing {...shown()} />}</WithImpact>;
}
