import { chanceFrom } from "../src/generate/chance.ts";
import { readProblem, type Problem } from "../src/index.ts";

const areas = ["maths", "send", "leadership"];

/** A round of up to six requests and four providers in which every rule of the format has a chance to bind. */
export const tinyRoundFile = (seed: number) => {
  const chance = chanceFrom(`tiny/${seed}`);
  const some = <Value>(list: readonly Value[], probability: number): readonly Value[] =>
    list.filter(() => chance.happens(probability));
  const requestIds = Array.from({ length: chance.whole(1, 6) }, (_, at) => `R${at}`);
  const providerIds = Array.from({ length: chance.whole(1, 4) }, (_, at) => `P${at}`);
  const place = () => ({
    urn: chance.whole(1, 30),
    la: chance.pick(["A", "A", "B"]),
    zone: chance.pick(["Z1", "Z2"]),
    x: chance.whole(0, 20) / 2,
    y: chance.whole(0, 20) / 2,
    ...(chance.happens(0.4) ? { trust: chance.pick(["T1", "T2"]) } : {}),
  });
  const requests = requestIds.map((id) => {
    const primary = chance.pick(areas);
    const second = chance.pick(areas);
    return {
      id,
      ...place(),
      phase: chance.pick(["primary", "primary", "secondary"]),
      band: chance.whole(1, 4),
      days: chance.whole(1, 6),
      window: chance.pick(["any", "early", "late"]),
      primary,
      ...(second === primary ? {} : { secondary: second }),
      ...(second !== primary && chance.happens(0.7) ? { specialistDays: chance.whole(1, 3) } : {}),
      ...(chance.happens(0.4) ? { prefer: some(providerIds, 0.6) } : {}),
      ...(chance.happens(0.2) ? { exclude: some(providerIds, 0.3) } : {}),
      ...(chance.happens(0.3) ? { current: chance.pick(providerIds) } : {}),
    };
  });
  const providers = providerIds.map((id) => ({
    id,
    kind: "LLE",
    ...place(),
    phases: chance.happens(0.6) ? ["primary", "secondary"] : ["primary"],
    expertise: Object.fromEntries(some(areas, 0.7).map((area) => [area, chance.whole(1, 3)])),
    impact: chance.whole(0, 100),
    days: chance.whole(2, 14),
    daysEarly: chance.whole(1, 8),
    daysLate: chance.whole(1, 8),
    maxSchools: chance.whole(1, 4),
    maxKm: chance.whole(4, 15),
    laOnly: chance.happens(0.2),
    fitToSupport: chance.happens(0.93),
    ...(chance.happens(0.2) ? { declines: some(requestIds, 0.3) } : {}),
    ...(chance.happens(0.3) ? { prefersZones: ["Z1"] } : {}),
  }));
  const pair = () => ({ request: chance.pick(requestIds), provider: chance.pick(providerIds) });
  return {
    format: "brokering-round/1",
    name: "tiny",
    requests,
    providers,
    pins: chance.happens(0.3) ? [pair()] : [],
    forbid: chance.happens(0.3) ? [pair()] : [],
    ...(chance.happens(0.3) ? { policy: { sameTrustAllowed: true } } : {}),
  };
};

export const problemFrom = (file: unknown): Problem => {
  const reading = readProblem(file);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.problem;
};

export const tinyRound = (seed: number): Problem => problemFrom(tinyRoundFile(seed));
