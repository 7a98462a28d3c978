import { areasOfExpertise, modes } from "./asked.ts";
import { areaIdOf, phaseOf, termDates, termOf, urnOf, zoneOf } from "./place.ts";
import type { Filled, Row } from "./table.ts";
import { below, list, oneOf, type World } from "./world.ts";

const personOf = (area: number, index: number): string => `${areaIdOf(area)}-leader-${index}`;

/** What a line of capacity holds: days, expertise and how far a leader goes. */
const supply = (world: World, area: number, index: number): string =>
  JSON.stringify({
    halfDays: 10 + below(world, 20),
    earlyHalfDays: 30,
    lateHalfDays: 30,
    weekdays: [1, 2, 3],
    blackouts: [],
    areas: list(3, (at) => ({
      area: areasOfExpertise[(index + at * 3) % areasOfExpertise.length] ?? "maths",
      level: 1 + below(world, 3),
      evidence: "Three schools in two years, with results that rose in each of them",
    })),
    phases: [phaseOf(index * 2 + 1), "all-through"],
    modes: [oneOf(world, modes, "coaching"), "coaching"],
    zones: [zoneOf(area, index)],
    mostKm: 10 + below(world, 30),
    mostSchools: 1 + below(world, 3),
    release: null,
  });

/** Who leads, and what they may call themselves. */
export const leaders = ({ size, now }: World, area: number): readonly Filled[] => {
  const areaId = areaIdOf(area);
  const each = (make: (id: string, index: number) => Row) =>
    list(size.leaders, (index) => make(personOf(area, index), index));
  const homeOf = (index: number): number => urnOf(area, (index * 3) % size.schools);
  const designation = (id: string): Row => [
    `${id}-d`,
    areaId,
    id,
    "lle",
    "Zone",
    "2024-09-01",
    null,
    "x",
    "designated",
  ];
  return [
    ["people", each((id, index) => [id, `Leader ${area} ${index}`, `${id}@bench.example`, now])],
    ["leaders", each((id, index) => [areaId, id, "lle", homeOf(index), now])],
    ["designations", each(designation)],
  ];
};

/** A line of capacity for each leader, with its days published. */
export const capacity = (world: World, area: number): readonly Filled[] => {
  const { size, now } = world;
  const { from, to } = termDates(world);
  const lineOf = (index: number): string => `${personOf(area, index)}-line`;
  const line = (index: number): Row => [
    lineOf(index),
    areaIdOf(area),
    personOf(area, index),
    termOf(area),
    urnOf(area, (index * 3) % size.schools),
    "firm",
    supply(world, area, index),
    from,
    to,
    now,
  ];
  const published = (index: number): Row => [
    lineOf(index),
    now,
    "publish",
    "leader",
    "published",
    8 + below(world, 20),
    "any",
    30,
    30,
    "bench",
    "bench",
  ];
  return [
    ["capacity_lines", list(size.leaders, line)],
    ["ledger_entries", list(size.leaders, published)],
  ];
};
