import type { MapArea, MapPoint } from "../../ui/index.ts";
import type { api } from "../../lib/api.ts";
import type { SchoolLine } from "./data.ts";

type Shapes = Awaited<ReturnType<typeof api.school.shapes.query>>;
type Ring = Shapes["outline"][number];

export type PlacedSchool = SchoolLine & { readonly easting: number; readonly northing: number };

/** A register without coordinates leaves them blank, or at nought. */
export const isPlaced = (school: SchoolLine): school is PlacedSchool =>
  (school.easting ?? 0) > 0 && (school.northing ?? 0) > 0;

/** What the colours of the map stand for, in the order of the colours. */
export const mapKey = [
  "Primary and nursery",
  "Secondary and 16 plus",
  "All-through",
  "Special, PRU or other",
] as const;

/** The place in `mapKey`, from 1. */
export const colourOf = ({ phase }: Pick<SchoolLine, "phase">): 1 | 2 | 3 | 4 => {
  if (phase === "not-applicable") return 4;
  if (phase === "all-through") return 3;
  return ["secondary", "middle-deemed-secondary", "16-plus"].includes(phase) ? 2 : 1;
};

export const pointsOf = (schools: readonly SchoolLine[]): readonly MapPoint[] =>
  schools.filter(isPlaced).map((school) => ({
    id: String(school.urn),
    label: school.name,
    x: school.easting,
    y: school.northing,
    colour: colourOf(school),
  }));

const placesOf = (ring: Ring) => ring.map(([x, y]) => ({ x, y }));

type PhaseGroup = Shapes["zones"][number]["phaseGroup"];

/** The phase groups whose zones are drawn, the one with the most zones first: zones of two groups lie over each other. */
export const drawnGroups = (shapes: Shapes | undefined): readonly PhaseGroup[] => {
  const drawn = (shapes?.zones ?? []).filter(({ boundary }) => boundary !== null);
  const byGroup = Map.groupBy(drawn, ({ phaseGroup }) => phaseGroup);
  return [...byGroup].toSorted(([, a], [, b]) => b.length - a.length).map(([group]) => group);
};

/** The shapes of one phase group's zones over the outline of the area. */
export const areasOf = (
  shapes: Shapes | undefined,
  group: PhaseGroup | undefined,
): readonly MapArea[] => {
  if (shapes === undefined) return [];
  const outline: readonly MapArea[] =
    shapes.outline.length === 0
      ? []
      : [{ id: "area", label: "", rings: shapes.outline.map(placesOf) }];
  const zones = shapes.zones.flatMap((zone): readonly MapArea[] =>
    zone.boundary === null || zone.phaseGroup !== group
      ? []
      : [{ id: zone.id, label: zone.name, rings: [placesOf(zone.boundary)] }],
  );
  return [...outline, ...zones];
};
