import { bands, needOutcomes, type Band, type NeedOutcome } from "@alongside/domain/need";
import { Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import {
  DateField,
  isoOfParts,
  noDate,
  Radios,
  Select,
  TextArea,
  type Choice,
} from "../../../ui/index.ts";
import { BandSuggestion } from "../../review/parts/band-suggestion.tsx";
import { labelOf, outcomeWords, stateWords } from "../words.ts";
import { ActForm, type ActProps } from "./act-form.tsx";

const toBand = (text: string): Band | undefined => bands.find((band) => String(band) === text);

/** The band of a need and why: the first time, or another. */
export function BandAct(props: ActProps & { act: "triage" | "band" }) {
  const choices = (): readonly Choice[] =>
    bands.map((band) => ({
      value: String(band),
      label: `${band} ${labelOf(props.choices.lists["need-band"], String(band))}`,
    }));
  return (
    <ActForm
      {...props}
      submitLabel={props.act === "triage" ? "Open the need" : "Change the band"}
      lead="The school sees the band and your reason. A round serves band 1 first."
      initial={{
        band: props.need.band === null ? "" : String(props.need.band),
        reason: "",
      }}
      check={({ band, reason }) => ({
        band: toBand(band) === undefined ? "Choose a band" : undefined,
        reason: reason.trim() === "" ? "Enter a reason" : undefined,
      })}
      send={(seen, { band, reason }) => {
        const chosen = toBand(band);
        if (chosen === undefined) return Promise.resolve();
        const given = { ...seen, band: chosen, reason };
        return props.act === "triage" ? api.need.triage.mutate(given) : api.need.band.mutate(given);
      }}
    >
      {(form) => (
        <>
          <BandSuggestion
            area={props.area}
            urn={props.need.school.urn}
            onUse={(band, reason) => {
              form.set("band", band);
              form.set("reason", reason);
            }}
          />
          <Radios label="Band" choices={choices()} {...form.field("band")} />
          <TextArea
            label="Reason"
            hint="What you know of the school that puts it there"
            limit={1000}
            {...form.field("reason")}
          />
        </>
      )}
    </ActForm>
  );
}

/** A question to the school. */
export function QuestionAct(props: ActProps) {
  return (
    <ActForm
      {...props}
      act="question"
      submitLabel="Send the question"
      lead="The head gets a mail that there is a question. The question itself stays here."
      initial={{ text: "" }}
      check={({ text }) => ({ text: text.trim() === "" ? "Enter your question" : undefined })}
      send={(seen, { text }) => api.need.question.mutate({ ...seen, text })}
    >
      {(form) => <TextArea label="Your question" limit={1000} {...form.field("text")} />}
    </ActForm>
  );
}

/** Aside for a while, with the reason and the day on which it comes back. */
export function HoldAct(props: ActProps) {
  return (
    <ActForm
      {...props}
      act="hold"
      submitLabel="Put on hold"
      initial={{ reason: "", until: noDate }}
      check={({ reason, until }) => {
        const date = isoOfParts(until);
        return {
          reason: reason.trim() === "" ? "Enter a reason" : undefined,
          until:
            date === undefined
              ? "Enter a day, month and year"
              : date <= props.need.today
                ? "Enter a day after today"
                : undefined,
        };
      }}
      send={(seen, { reason, until }) =>
        api.need.hold.mutate({ ...seen, reason, until: isoOfParts(until) ?? "" })
      }
    >
      {(form) => (
        <>
          <TextArea
            label="Reason"
            hint="The school sees it"
            limit={1000}
            {...form.field("reason")}
          />
          <DateField label="Until" hint="For example, 12 1 2027" {...form.field("until")} />
        </>
      )}
    </ActForm>
  );
}

/** The end of a need: how it came out, and a note. */
export function CloseAct(props: ActProps) {
  const outcomes = (): readonly Choice<NeedOutcome>[] =>
    needOutcomes
      .filter((outcome) => props.need.outcomes.includes(outcome))
      .filter((outcome) => outcome !== "duplicate" || props.need.others.length > 0)
      .map((outcome) => ({ value: outcome, label: outcomeWords[outcome] }));
  const others = (): readonly Choice[] =>
    props.need.others.map(({ id, reference, state, primaryArea }) => ({
      value: id,
      label: `${reference}: ${labelOf(props.choices.lists["expertise"], primaryArea ?? "")} (${stateWords[state].toLowerCase()})`,
    }));
  const none: NeedOutcome | "" = "";
  const initial: { outcome: NeedOutcome | ""; note: string; duplicateOf: string } = {
    outcome: none,
    note: "",
    duplicateOf: "",
  };
  return (
    <ActForm
      {...props}
      act="close"
      submitLabel="Close the need"
      initial={initial}
      check={({ outcome, note, duplicateOf }) => ({
        outcome: outcome === "" ? "Choose an outcome" : undefined,
        duplicateOf:
          outcome === "duplicate" && duplicateOf === ""
            ? "Choose the other need that this one repeats"
            : undefined,
        note: note.trim() === "" ? "Enter a note" : undefined,
      })}
      send={(seen, { outcome, note, duplicateOf }) => {
        if (outcome === "") return Promise.resolve();
        const original = outcome === "duplicate" ? { duplicateOf } : {};
        return api.need.close.mutate({ ...seen, outcome, note, ...original });
      }}
    >
      {(form) => (
        <>
          <Radios label="Outcome" choices={outcomes()} {...form.field("outcome")} />
          <Show when={form.values().outcome === "duplicate"}>
            <Select
              label="Which need does it repeat?"
              choices={others()}
              {...form.field("duplicateOf")}
            />
          </Show>
          <TextArea label="Note" hint="The school sees it" limit={1000} {...form.field("note")} />
        </>
      )}
    </ActForm>
  );
}
