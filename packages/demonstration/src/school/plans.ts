import type { GridPoint } from "@alongside/domain/partnership";
import { isInside } from "../geography/polygon.ts";
import { outline } from "../geography/map.ts";
import type { Settlement } from "../geography/settlement.ts";
import { clamp, randomFrom, rounded, type Random } from "../random.ts";
import { governanceFor, openedOn } from "./governance.ts";
import { successionOf } from "./succession.ts";
import { isAcademy, type Kind, type SchoolPlan, type SchoolSeed } from "./plan.ts";
import { seeds } from "./seeds.ts";
import { trustFor } from "./trust.ts";
import { firstUrn, toUrn } from "./urn.ts";

/** A point in the settlement, denser towards its middle, always on land. */
const pointIn = (settlement: Settlement, random: Random): GridPoint => {
  const along = (): number => random.normal() * settlement.radiusMetres * 0.45;
  const [x, y] = settlement.at;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const point: GridPoint = [Math.round(x + along()), Math.round(y + along())];
    if (isInside(point, outline)) return point;
  }
  return settlement.at;
};

type Size = readonly [lowest: number, highest: number];
const sizeByKind: Readonly<Record<Kind, Size>> = {
  nursery: [70, 120],
  infant: [170, 270],
  junior: [230, 360],
  primary: [190, 450],
  secondary: [720, 1480],
  "all-through": [1080, 1420],
  "sixth-form": [780, 900],
  special: [90, 180],
  pru: [45, 70],
  "alternative-provision": [55, 90],
};
const villageSize: Size = [38, 170];

/** Two villages so small that most of their figures are suppressed. */
const tiny: Readonly<Record<string, number>> = { Pennyfold: 24, Siskinthorpe: 33 };

const capacityFor = (pupils: number, random: Random): number =>
  Math.ceil((pupils * random.between(0.98, 1.22)) / 15) * 15;

const extraFsm: Partial<Record<Kind, number>> = {
  special: 14,
  pru: 28,
  "alternative-provision": 26,
};

const traitsFor = (seed: SchoolSeed, random: Random) => {
  const drawn = seed.settlement.fsm + (extraFsm[seed.kind] ?? 0) + random.normal() * 6.5;
  const fsm = rounded(clamp(drawn - (seed.faith === "none" ? 0 : 3), 2.1, 68), 1);
  const strength = rounded(clamp(random.normal() * 0.95 - (fsm - 22) * 0.012, -2.2, 2.2), 2);
  return { fsm, strength };
};

const planFor = (seed: SchoolSeed, index: number): SchoolPlan => {
  const random = randomFrom(`school:${seed.name}`);
  const point = pointIn(seed.settlement, random);
  const { fsm, strength } = traitsFor(seed, random);
  const succession = successionOf(seed.name);
  const governance = succession?.governance ?? governanceFor(seed, strength);
  const size = seed.settlement.kind === "village" ? villageSize : sizeByKind[seed.kind];
  const pupils = tiny[seed.settlement.name] ?? random.whole(...size);
  return {
    ...seed,
    urn: toUrn(firstUrn + index),
    point,
    fsm,
    strength,
    governance,
    trustCode: isAcademy(governance) ? trustFor(seed).groupUid : null,
    opened: succession?.on ?? openedOn(governance, random),
    pupils,
    capacity: capacityFor(pupils, random),
  };
};

/** The hundred open schools with their traits. */
export const plans: readonly SchoolPlan[] = seeds.map(planFor);
