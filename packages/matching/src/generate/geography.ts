import type { Chance } from "./chance.ts";

export type Place = { readonly x: number; readonly y: number };

export type Zone = Place & { readonly id: string; readonly la: string; readonly spread: number };

type Town = Place & { readonly schools: number; readonly areas: number; readonly reach: number };

/** Towns of a country shaped like England, in kilometres east and north; areas of a conurbation lie close together. */
const towns: readonly Town[] = [
  { x: 530, y: 180, schools: 30, areas: 33, reach: 18 },
  { x: 407, y: 287, schools: 12, areas: 8, reach: 16 },
  { x: 384, y: 398, schools: 12, areas: 10, reach: 16 },
  { x: 338, y: 392, schools: 7, areas: 6, reach: 15 },
  { x: 430, y: 434, schools: 9, areas: 6, reach: 20 },
  { x: 436, y: 387, schools: 6, areas: 4, reach: 18 },
  { x: 425, y: 564, schools: 7, areas: 6, reach: 18 },
  { x: 450, y: 520, schools: 4, areas: 5, reach: 20 },
  { x: 457, y: 340, schools: 6, areas: 4, reach: 25 },
  { x: 459, y: 304, schools: 5, areas: 4, reach: 25 },
  { x: 359, y: 173, schools: 6, areas: 5, reach: 20 },
  { x: 248, y: 55, schools: 4, areas: 3, reach: 35 },
  { x: 293, y: 92, schools: 4, areas: 3, reach: 35 },
  { x: 442, y: 112, schools: 6, areas: 4, reach: 22 },
  { x: 465, y: 101, schools: 4, areas: 3, reach: 20 },
  { x: 531, y: 106, schools: 5, areas: 3, reach: 25 },
  { x: 615, y: 158, schools: 7, areas: 3, reach: 28 },
  { x: 575, y: 168, schools: 3, areas: 2, reach: 18 },
  { x: 571, y: 208, schools: 8, areas: 3, reach: 25 },
  { x: 616, y: 245, schools: 5, areas: 1, reach: 30 },
  { x: 623, y: 308, schools: 5, areas: 1, reach: 32 },
  { x: 545, y: 258, schools: 5, areas: 3, reach: 25 },
  { x: 485, y: 238, schools: 4, areas: 3, reach: 20 },
  { x: 509, y: 222, schools: 4, areas: 3, reach: 18 },
  { x: 472, y: 173, schools: 5, areas: 6, reach: 18 },
  { x: 451, y: 206, schools: 4, areas: 2, reach: 25 },
  { x: 383, y: 218, schools: 4, areas: 3, reach: 25 },
  { x: 349, y: 312, schools: 3, areas: 4, reach: 28 },
  { x: 388, y: 346, schools: 5, areas: 3, reach: 22 },
  { x: 497, y: 371, schools: 4, areas: 3, reach: 32 },
  { x: 510, y: 429, schools: 4, areas: 4, reach: 25 },
  { x: 460, y: 452, schools: 3, areas: 2, reach: 30 },
  { x: 354, y: 429, schools: 6, areas: 3, reach: 24 },
  { x: 340, y: 556, schools: 3, areas: 2, reach: 35 },
];

const pad = (prefix: string, number: number, digits: number): string =>
  `${prefix}${String(number).padStart(digits, "0")}`;

const zonesOfArea = (
  chance: Chance,
  area: { readonly la: string; readonly centre: Place; readonly reach: number },
  numbers: { readonly from: number; readonly count: number },
): readonly Zone[] =>
  Array.from({ length: numbers.count }, (_, at) => ({
    id: pad("Z", numbers.from + at, 4),
    la: area.la,
    x: area.centre.x + chance.bell(area.reach),
    y: area.centre.y + chance.bell(area.reach),
    spread: Math.max(2, area.reach / Math.sqrt(numbers.count)),
  }));

/** One area with its zones, centred near (20, 20) kilometres. */
export const oneArea = (chance: Chance, zones: number): readonly Zone[] =>
  zonesOfArea(
    chance,
    { la: "LA000", centre: { x: 18, y: 18 }, reach: zones === 1 ? 3 : 2.2 * zones ** 0.85 },
    { from: 0, count: zones },
  );

/** A country of about 130 areas: towns with their areas around them, each area with two to nine zones. */
export const country = (chance: Chance): readonly (readonly [Zone, number])[] => {
  const weighted: (readonly [Zone, number])[] = [];
  let areaNumber = 0;
  for (const town of towns)
    for (let at = 0; at < town.areas; at++) {
      const centre = { x: town.x + chance.bell(town.reach), y: town.y + chance.bell(town.reach) };
      const count = chance.whole(2, 9);
      const la = pad("LA", areaNumber++, 3);
      const reach = town.reach / Math.sqrt(town.areas) + 2;
      const zones = zonesOfArea(chance, { la, centre, reach }, { from: weighted.length, count });
      for (const zone of zones) weighted.push([zone, town.schools / town.areas / count]);
    }
  return weighted;
};
