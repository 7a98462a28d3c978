import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { listCodeEntries, listRates, type CodeEntryRow } from "@alongside/db/views/partnership";
import { measureCatalogue, type Direction } from "@alongside/domain/code-list";
import {
  termsOf,
  toObjectiveId,
  type AgreementTerms,
  type Deployment,
  type FundingLine,
  type Objective,
} from "@alongside/domain/deployment";
import { refuse, type Context } from "../context/index.ts";

/** An objective as it is written: of a measure of the catalogue only the code is taken, the rest is its own. */
export type ObjectiveInput = Omit<Objective, "id" | "measure"> & {
  /** Of an objective that is in the agreement already. */
  readonly id?: string | undefined;
  readonly measure: {
    readonly code: string;
    readonly label: string;
    readonly unit: string;
    readonly direction: Direction;
  };
};

export type TermsInput = Omit<AgreementTerms, "objectives"> & {
  readonly objectives: readonly ObjectiveInput[];
};

type Codes = {
  readonly measures: readonly CodeEntryRow[];
  readonly sources: readonly CodeEntryRow[];
};

const isUsable = (entries: readonly CodeEntryRow[], code: string): boolean =>
  entries.some((entry) => entry.code === code && entry.retiredOn === null);

const refuseField = (field: string, sentence: string): never =>
  refuse({ kind: "invalid-input", fields: { [field]: sentence } });

/** Unit and direction belong to the measure; only a measure of one's own brings them along (Product rules, §3: impact). */
const measureOf = (
  { measure }: ObjectiveInput,
  given: { readonly index: number; readonly entries: readonly CodeEntryRow[] },
): Objective["measure"] => {
  const { index, entries } = given;
  const { code } = measure;
  const entry = entries.find((each) => each.code === code);
  const known = measureCatalogue.find((each) => each.code === code);
  const isOwn = known === undefined || known.publishedBy === "whoever-sets-it";
  if (!isOwn)
    return {
      code,
      label: entry?.label ?? known.label,
      unit: known.unit,
      direction: known.direction,
    };
  const { label, unit, direction } = measure;
  if (unit.trim() === "") refuseField(`objectives.${index}.unit`, "Enter the unit");
  const called = label.trim() === "" ? (entry?.label ?? code) : label.trim();
  return { code, label: called, unit: unit.trim(), direction };
};

const ratesBefore = (terms: AgreementTerms | null): readonly FundingLine[] => terms?.funding ?? [];

const toObjectives = (
  ctx: Context,
  input: TermsInput,
  given: { readonly before: AgreementTerms | null; readonly codes: Codes },
): readonly Objective[] => {
  const kept = given.before?.objectives ?? [];
  return input.objectives.map((objective, index) => {
    const { code } = objective.measure;
    const earlier = kept.find(({ id }) => id === objective.id);
    if (earlier?.measure.code !== code && !isUsable(given.codes.measures, code)) {
      refuseField(`objectives.${index}.measure`, "Choose a measure");
    }
    const measure = measureOf(objective, { index, entries: given.codes.measures });
    const { text, baseline, target } = objective;
    return { id: earlier?.id ?? toObjectiveId(ctx.newId()), text, measure, baseline, target };
  });
};

/** A rate is one of the card, or the one that was agreed before: nobody types an amount (Product rules, code lists: rate card). */
const requireRates = async (
  read: Read,
  area: Area,
  given: { readonly funding: readonly FundingLine[]; readonly before: AgreementTerms | null },
): Promise<void> => {
  const card = (await listRates(read, area.id)).filter(({ retiredOn }) => retiredOn === null);
  const known = [...card, ...ratesBefore(given.before), { pencePerDay: 0, brokerageShare: 0 }];
  for (const [index, line] of given.funding.entries()) {
    const isKnown = known.some(
      ({ pencePerDay, brokerageShare }) =>
        pencePerDay === line.pencePerDay && brokerageShare === line.brokerageShare,
    );
    if (!isKnown) refuseField(`funding.${index}.rate`, "Choose a rate of the rate card");
  }
};

/** Terms as they are to be kept, from what was written: codes of the partnership's lists, rates of its card, ids that stay. */
export const readTerms = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Area; readonly input: TermsInput; readonly deployment: Deployment },
): Promise<AgreementTerms> => {
  const { area, input, deployment } = given;
  const before = termsOf(deployment);
  const entries = await listCodeEntries(read, area.id);
  const codes = {
    measures: entries.filter(({ list }) => list === "measure"),
    sources: entries.filter(({ list }) => list === "funding-source"),
  };
  const { funding } = input;
  const unknown = funding.findIndex(
    ({ source }) =>
      !isUsable(codes.sources, source) &&
      !ratesBefore(before).some((line) => line.source === source),
  );
  if (unknown >= 0) refuseField(`funding.${unknown}.source`, "Choose who pays");
  await requireRates(read, area, { funding, before });
  return { ...input, objectives: toObjectives(ctx, input, { before, codes }) };
};
