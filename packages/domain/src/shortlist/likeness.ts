import type { Phase, Setting } from "../school/index.ts";

/** What makes one school like another; null where the register does not say. */
export type SchoolCharacter = {
  readonly phase: Phase;
  readonly setting: Setting;
  readonly pupils: number | null;
  /** Share of pupils with free meals, 0 to 100. */
  readonly percentageFsm: number | null;
  readonly religiousCharacter: string | null;
};

export const likenessAspects = ["phase", "setting", "size", "free-meals", "faith"] as const;
export type LikenessAspect = (typeof likenessAspects)[number];

/** How alike two schools are in one aspect: 1 the same, 0 as far apart as it counts. */
export type Likeness = { readonly aspect: LikenessAspect; readonly share: number };

const same = (one: unknown, other: unknown): number => (one === other ? 1 : 0);

/** A school four times as large, or a quarter, is not alike in size. */
const mostTimes = 4;

const sizeShare = (one: number | null, other: number | null): number | undefined =>
  one === null || other === null || one < 1 || other < 1
    ? undefined
    : 1 - Math.min(1, Math.abs(Math.log(one / other)) / Math.log(mostTimes));

/** Forty points apart is not alike in free meals. */
const mostPoints = 40;

const freeMealsShare = (one: number | null, other: number | null): number | undefined =>
  one === null || other === null ? undefined : 1 - Math.min(1, Math.abs(one - other) / mostPoints);

const noFaith = new Set(["", "none", "does not apply", "not applicable"]);
const toFaith = (text: string | null): string | undefined => {
  if (text === null) return undefined;
  return noFaith.has(text.trim().toLowerCase()) ? "" : text.trim().toLowerCase();
};

const faithShare = (one: string | null, other: string | null): number | undefined => {
  const [here, there] = [toFaith(one), toFaith(other)];
  return here === undefined || there === undefined ? undefined : same(here, there);
};

/** How alike two schools are, aspect by aspect; what is not known of both is left out (Product rules, §3: fit score). */
export const likenessOf = (one: SchoolCharacter, other: SchoolCharacter): readonly Likeness[] => {
  const shares: Readonly<Record<LikenessAspect, number | undefined>> = {
    phase: same(one.phase, other.phase),
    setting: same(one.setting, other.setting),
    size: sizeShare(one.pupils, other.pupils),
    "free-meals": freeMealsShare(one.percentageFsm, other.percentageFsm),
    faith: faithShare(one.religiousCharacter, other.religiousCharacter),
  };
  return likenessAspects.flatMap((aspect) => {
    const share = shares[aspect];
    return share === undefined ? [] : [{ aspect, share }];
  });
};

/** The mean of what is known, from 0 to 1. */
export const overallLikeness = (likeness: readonly Likeness[]): number =>
  likeness.length === 0 ? 0 : likeness.reduce((sum, { share }) => sum + share, 0) / likeness.length;
