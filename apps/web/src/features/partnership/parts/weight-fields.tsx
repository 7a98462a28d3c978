import {
  fitWeightLabels,
  fitWeightNames,
  isFitWeight,
  type FitWeight,
  type FitWeights,
} from "@alongside/domain/partnership";
import { For } from "solid-js";
import { TextField, type FieldErrors, type FormState } from "../../../ui/index.ts";

/** The weights as they stand in a form's fields. */
export type WeightTexts = Record<FitWeight, string>;

export const toTexts = (weights: FitWeights): WeightTexts => ({
  level: String(weights.level),
  secondary: String(weights.secondary),
  impact: String(weights.impact),
  sameZone: String(weights.sameZone),
  sameLa: String(weights.sameLa),
  distance: String(weights.distance),
  prefer: String(weights.prefer),
  continuity: String(weights.continuity),
  providerPref: String(weights.providerPref),
  specialist: String(weights.specialist),
  context: String(weights.context),
  workMode: String(weights.workMode),
  load: String(weights.load),
});

const toNumber = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text));

export const toWeights = (texts: WeightTexts): Record<FitWeight, number> => ({
  level: toNumber(texts.level),
  secondary: toNumber(texts.secondary),
  impact: toNumber(texts.impact),
  sameZone: toNumber(texts.sameZone),
  sameLa: toNumber(texts.sameLa),
  distance: toNumber(texts.distance),
  prefer: toNumber(texts.prefer),
  continuity: toNumber(texts.continuity),
  providerPref: toNumber(texts.providerPref),
  specialist: toNumber(texts.specialist),
  context: toNumber(texts.context),
  workMode: toNumber(texts.workMode),
  load: toNumber(texts.load),
});

export const checkWeights = (texts: WeightTexts): FieldErrors => {
  const weights = toWeights(texts);
  return Object.fromEntries(
    fitWeightNames
      .filter((name) => !isFitWeight(weights[name]))
      .map((name) => [name, `${fitWeightLabels[name]}: enter a whole number from 0 to 1000`]),
  );
};

/** A field for each of some weights. */
export function WeightFields(props: {
  form: FormState<WeightTexts>;
  names: readonly FitWeight[];
  hintOf: (name: FitWeight) => string;
}) {
  return (
    <For each={props.names}>
      {(name) => (
        <TextField
          label={fitWeightLabels[name]}
          hint={props.hintOf(name)}
          inputMode="numeric"
          width={5}
          {...props.form.field(name)}
        />
      )}
    </For>
  );
}
