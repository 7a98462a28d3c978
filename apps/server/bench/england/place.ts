import { searchWordsOf } from "@alongside/db";
import { addDays } from "@alongside/domain/calendar";
import type { Filled, Row } from "./table.ts";
import { below, list, type World } from "./world.ts";

const zoneCount = 5;

export const areaIdOf = (area: number): string => `area-${area}`;
export const laCodeOf = (area: number): string => String(201 + area);
export const termOf = (area: number): string => `${areaIdOf(area)}-term`;
export const urnOf = (area: number, index: number): number => 200_000 + area * 1_000 + index;
export const phaseOf = (index: number): string => (index % 6 === 0 ? "secondary" : "primary");
export const zoneOf = (area: number, index: number): string =>
  `${areaIdOf(area)}-zone-${index % zoneCount}`;

const trees = ["Alder", "Beech", "Cedar", "Dogwood", "Elder", "Foxglove", "Gorse", "Hawthorn"];
const grounds = ["Bank", "Common", "Down", "Edge", "Ford", "Green", "Hill"];

/** An invented name, of words that can be misspelt. */
const nameOf = (urn: number): string =>
  `${trees[urn % trees.length]} ${grounds[urn % grounds.length]} School ${urn}`;

/** The term that runs today. */
export const termDates = ({ today }: World) => ({
  from: addDays(today, -30),
  half: addDays(today, 30),
  to: addDays(today, 90),
});

const school = (world: World, area: number, index: number): Row => [
  urnOf(area, index),
  laCodeOf(area),
  `Area ${area}`,
  nameOf(urnOf(area, index)),
  "open",
  phaseOf(index),
  "mainstream",
  400_000 + below(world, 40_000),
  300_000 + below(world, 40_000),
  100 + below(world, 900),
  below(world, 50),
  "None",
];

const searchRow = (area: number, urn: number): Row => {
  const place = { laCode: laCodeOf(area), postcode: null, town: null };
  return [urn, searchWordsOf({ urn, name: nameOf(urn), ...place })];
};

/** Zones, a term and schools: what everything else points to. */
export const places = (world: World, area: number): readonly Filled[] => {
  const { from, half, to } = termDates(world);
  const [areaId, { schools }] = [areaIdOf(area), world.size];
  const zone = (index: number): Row => [zoneOf(area, index), areaId, `Zone ${index + 1}`, "all"];
  const membership = (index: number): Row => [
    `${areaId}-m-${index}`,
    areaId,
    zoneOf(area, index),
    "all",
    urnOf(area, index),
    "2020-09-01",
  ];
  return [
    ["zones", list(zoneCount, zone)],
    ["terms", [[termOf(area), areaId, "2026-27", "autumn", from, half, to]]],
    ["schools", list(schools, (index) => school(world, area, index))],
    ["school_search", list(schools, (index) => searchRow(area, urnOf(area, index)))],
    ["zone_memberships", list(schools, membership)],
  ];
};
