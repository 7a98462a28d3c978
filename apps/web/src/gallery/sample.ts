import type { Choice, ComboboxOption, FilterGroup, MapArea, MapPoint } from "../ui/index.ts";

export type SampleRow = {
  readonly name: string;
  readonly code: string;
  readonly zone: string;
  readonly kind: string;
  readonly places: number;
  readonly state: "Open" | "Closing";
};

export const rows: readonly SampleRow[] = [
  {
    name: "Hazelmere Academy",
    code: "900001",
    zone: "North",
    kind: "Secondary",
    places: 1204,
    state: "Open",
  },
  {
    name: "Larkspur Primary School",
    code: "900002",
    zone: "North",
    kind: "Primary",
    places: 210,
    state: "Open",
  },
  {
    name: "Otterbourne Infant School",
    code: "900003",
    zone: "Coast",
    kind: "Primary",
    places: 90,
    state: "Closing",
  },
  {
    name: "Quarry Hill Special School",
    code: "900004",
    zone: "South",
    kind: "Special",
    places: 64,
    state: "Open",
  },
  {
    name: "Saint Wendreda’s Church of England Voluntary Aided Junior School",
    code: "900005",
    zone: "South",
    kind: "Primary",
    places: 315,
    state: "Open",
  },
];

export const zones: readonly Choice[] = ["North", "Coast", "South"].map((each) => ({
  value: each.toLowerCase(),
  label: each,
}));

export const phases: readonly Choice[] = ["Primary", "Secondary", "Special"].map((each) => ({
  value: each.toLowerCase(),
  label: each,
}));

export const filters: readonly FilterGroup[] = [
  { kind: "search", name: "q", label: "Name or postcode" },
  { kind: "many", name: "zone", label: "Zone", choices: zones },
  { kind: "radios", name: "phase", label: "Phase", choices: phases },
  {
    kind: "one",
    name: "trust",
    label: "Trust",
    choices: [{ value: "4001", label: "Harbour Learning Trust" }],
  },
];

const places: readonly ComboboxOption[] = rows.map((row) => ({
  id: row.code,
  label: row.name,
  detail: `${row.kind}, ${row.zone}, URN ${row.code}`,
}));

/** Suggestions after a short while, as a server would give them. */
export async function findPlaces(query: string): Promise<readonly ComboboxOption[]> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  if (query === "fail") throw new Error("the search is down");
  return places.filter((place) => place.label.toLowerCase().includes(query.toLowerCase()));
}

export const mapAreas: readonly MapArea[] = [
  {
    id: "north",
    label: "North",
    rings: [
      [
        { x: 0, y: 6000 },
        { x: 4000, y: 9200 },
        { x: 9000, y: 8400 },
        { x: 8000, y: 5200 },
        { x: 3600, y: 4600 },
      ],
    ],
  },
  {
    id: "coast",
    label: "Coast",
    rings: [
      [
        { x: 8000, y: 5200 },
        { x: 9000, y: 8400 },
        { x: 13000, y: 7000 },
        { x: 12000, y: 2400 },
        { x: 8600, y: 1800 },
      ],
    ],
  },
  {
    id: "south",
    label: "South",
    rings: [
      [
        { x: 3600, y: 4600 },
        { x: 8000, y: 5200 },
        { x: 8600, y: 1800 },
        { x: 3000, y: 0 },
        { x: 800, y: 2200 },
      ],
    ],
  },
];

export const mapPoints: readonly MapPoint[] = [
  { id: "900001", label: "Hazelmere Academy", x: 3800, y: 7600, colour: 3 },
  { id: "900002", label: "Larkspur Primary School", x: 6400, y: 6600 },
  { id: "900003", label: "Otterbourne Infant School", x: 11000, y: 4800 },
  { id: "900004", label: "Quarry Hill Special School", x: 3200, y: 2200, colour: 2 },
  { id: "900005", label: "Saint Wendreda’s Junior School", x: 6800, y: 3200 },
];
