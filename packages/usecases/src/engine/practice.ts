import type { EngineTask } from "./task.ts";

const areas = ["a", "b", "c"] as const;
const areaOf = (index: number): string => areas[index % areas.length] ?? "a";

const requestOf = (index: number, turn: number) => ({
  id: `n${index}`,
  urn: `1${index}`,
  la: "1",
  zone: `z${index % 2}`,
  phase: "primary",
  x: (index * 7 + turn) % 13,
  y: (index * 5) % 11,
  band: (index % 4) + 1,
  days: 4 + ((index + turn) % 5),
  window: index % 3 === 0 ? "early" : "any",
  primary: areaOf(index),
  secondary: areaOf(index + 1),
});

const providerOf = (index: number, turn: number) => ({
  id: `p${index}`,
  kind: "LLE",
  urn: `2${index}`,
  la: "1",
  zone: `z${index % 2}`,
  phases: ["primary"],
  x: (index * 3) % 13,
  y: (index * 4 + turn) % 11,
  expertise: { [areaOf(index)]: 3, [areaOf(index + 1)]: 1 + (index % 3) },
  impact: 50,
  days: 12,
  daysEarly: 6,
  daysLate: 12,
  maxSchools: 2,
  maxKm: 15,
  fitToSupport: true,
});

/** Invented rounds of a zone's size, so that the first real one finds compiled code. */
export const practiceTasks: readonly EngineTask[] = Array.from({ length: 4 }, (_, turn) => ({
  kind: "solve",
  round: JSON.stringify({
    format: "brokering-round/1",
    name: "Practice",
    requests: Array.from({ length: 12 }, (_each, index) => requestOf(index, turn)),
    providers: Array.from({ length: 6 }, (_each, index) => providerOf(index, turn)),
  }),
}));
