import { useParams } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { toDateWords } from "../../../lib/words.ts";
import { createForm, DateField, isoOfParts, partsOfIso, TextField } from "../../../ui/index.ts";
import { useImpactAct, type Impact, type Objective } from "../data.ts";
import { FormPage, useBack, WithImpact } from "../parts/form-page.tsx";
import { toSpan } from "../words.ts";

const numberOf = (text: string): number =>
  text.trim() === "" ? Number.NaN : Number(text.trim().replace(",", "."));

function Adding(props: { area: string; impact: Impact; objective: Objective }) {
  const act = useImpactAct();
  const { done } = useBack(() => ({ area: props.area, id: props.impact.id }));
  const key = crypto.randomUUID();
  const form = createForm({
    initial: untrack(() => ({ value: "", date: partsOfIso(props.impact.today), source: "" })),
    check: ({ value, date, source }) => ({
      value: Number.isFinite(numberOf(value)) ? undefined : "Enter a number",
      date: isoOfParts(date) === undefined ? "Enter a date" : undefined,
      source: source.trim() === "" ? "Say where it comes from" : undefined,
    }),
    submit: async ({ value, date, source }) => {
      const about = { deploymentId: props.impact.id, objectiveId: props.objective.id };
      const reading = { value: numberOf(value), date: isoOfParts(date) ?? "", source };
      const given = { area: props.area, ...about, ...reading, key };
      const outcome = await act(() => api.impact.addReading.mutate(given));
      if (outcome.done) done("The reading was added");
      return outcome;
    },
  });
  return (
    <FormPage
      area={props.area}
      impact={props.impact}
      title="Add a reading"
      lead={`${props.objective.text}: ${toSpan(props.objective.baseline.value, props.objective.target.value, props.objective.measure.unit)} by ${toDateWords(props.objective.target.by)}.`}
      form={form}
      submitLabel="Add the reading"
    >
      <TextField
        {...form.field("value")}
        label={props.objective.measure.label}
        suffix={props.objective.measure.unit}
        inputMode="decimal"
        width={10}
      />
      <DateField {...form.field("date")} label="When was it measured?" />
      <TextField
        {...form.field("source")}
        label="Where does it come from?"
        hint="For example, school’s own check"
      />
    </FormPage>
  );
}

/** A value of an objective’s measure, with its day and source. */
export function AddReading() {
  const params = useParams();
  return (
    <WithImpact>
      {(shown) => (
        <Show
          when={shown().impact.objectives.find(({ id }) => id === params["objective"])}
          fallback={<NotFound />}
        >
          {(objective) => <Adding {...shown()} objective={objective()} />}
        </Show>
      )}
    </WithImpact>
  );
}
