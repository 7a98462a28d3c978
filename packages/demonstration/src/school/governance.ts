import { toDate } from "../calendar.ts";
import { randomFrom, type Random } from "../random.ts";
import type { IsoDate } from "@alongside/domain/school";
import type { Governance, Kind, SchoolSeed } from "./plan.ts";

type Odds = readonly (readonly [governance: Governance, share: number])[];

const primaryOdds: Odds = [
  ["community", 0.56],
  ["foundation", 0.62],
  ["converter", 0.88],
  ["sponsored", 0.98],
  ["free", 1],
];
const churchOdds: Odds = [
  ["voluntary-controlled", 0.35],
  ["voluntary-aided", 0.5],
  ["converter", 0.95],
  ["sponsored", 1],
];
const catholicOdds: Odds = [
  ["voluntary-aided", 0.5],
  ["converter", 1],
];
const secondaryOdds: Odds = [
  ["community", 0.15],
  ["foundation", 0.25],
  ["converter", 0.7],
  ["sponsored", 1],
];
const pairOdds: Odds = [
  ["community", 0.7],
  ["converter", 1],
];
const specialOdds: Odds = [
  ["community", 0.55],
  ["converter", 0.85],
  ["free", 1],
];

const oddsByKind: Readonly<Record<Kind, Odds>> = {
  nursery: [["community", 1]],
  infant: pairOdds,
  junior: pairOdds,
  primary: primaryOdds,
  secondary: secondaryOdds,
  "all-through": [["sponsored", 1]],
  "sixth-form": [["free", 1]],
  special: specialOdds,
  pru: [["community", 1]],
  "alternative-provision": [["converter", 1]],
};

const oddsFor = (seed: SchoolSeed): Odds => {
  if (seed.faith === "catholic") return catholicOdds;
  return seed.faith === "church-of-england" ? churchOdds : oddsByKind[seed.kind];
};

/** How a school is run: drawn by its kind and faith. A weak school is twice as likely to have been given a sponsor. */
export const governanceFor = (seed: SchoolSeed, strength: number): Governance => {
  const draw = randomFrom(`governance:${seed.name}`).next();
  const drawn = oddsFor(seed).find(([, share]) => draw < share)?.[0] ?? "community";
  if (drawn === "sponsored" && strength > 1) return "converter";
  return drawn === "converter" && strength < -1.3 && seed.faith === "none" ? "sponsored" : drawn;
};

const openingYears: Partial<Record<Governance, readonly [number, number]>> = {
  converter: [2011, 2015],
  sponsored: [2012, 2015],
  free: [2013, 2015],
};

/** Academies open on the first of September, January or April; older schools have no date in the register. */
export const openedOn = (governance: Governance, random: Random): IsoDate | null => {
  const years = openingYears[governance];
  if (years === undefined) return null;
  const month = governance === "free" ? "09" : random.pick(["09", "09", "01", "04"]);
  return toDate(`${random.whole(...years)}-${month}-01`);
};
