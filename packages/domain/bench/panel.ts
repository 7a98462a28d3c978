import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { ComparedSchool } from "../src/comparison/index.ts";
import { isUrn, type Phase, type Setting, type Urn } from "../src/school/index.ts";
import { randomFrom } from "./random.ts";

const folder = new URL("../../../../shared/data/", import.meta.url);
const results = new URL("performance/ks2_rwm_expected_panel_by_current_urn.csv.gz", folder);
const register = new URL("gias/england_open_statefunded_enriched_20260602.csv.gz", folder);

/** Whether the published results lie beside the project. They are not part of it. */
export const hasPublishedPanel = (): boolean => existsSync(results) && existsSync(register);

const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? "",
  );

const rowsOf = (file: URL): readonly (readonly string[])[] =>
  new TextDecoder("windows-1252")
    .decode(gunzipSync(readFileSync(file)))
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map(cellsOf);

const numberOf = (cell: string | undefined): number | null => {
  const value = Number(cell);
  return cell === undefined || cell.trim() === "" || Number.isNaN(value) ? null : value;
};

const toUrn = (cell: string | undefined): Urn | undefined => {
  const number = Number(cell);
  return isUrn(number) ? number : undefined;
};

type Place = Omit<ComparedSchool, "values">;

const phases: Readonly<Record<string, Phase>> = {
  Primary: "primary",
  "Middle deemed primary": "middle-deemed-primary",
  "All-through": "all-through",
  "Not applicable": "not-applicable",
};

const readPlaces = (): ReadonlyMap<Urn, Place> => {
  const [header = [], ...rows] = rowsOf(register);
  const at = (name: string): number => header.indexOf(name);
  const columns = {
    urn: at("URN"),
    phase: at("PhaseOfEducation (name)"),
    pupils: at("NumberOfPupils"),
    fsm: at("x_PctFSMEver6"),
  };
  return new Map(
    rows.flatMap((row): readonly (readonly [Urn, Place])[] => {
      const urn = toUrn(row[columns.urn]);
      const phase = phases[row[columns.phase] ?? ""];
      if (urn === undefined || phase === undefined) return [];
      const setting: Setting = phase === "not-applicable" ? "special" : "mainstream";
      const pupils = numberOf(row[columns.pupils]);
      const percentageFsm = numberOf(row[columns.fsm]);
      return [[urn, { urn, phase, setting, pupils, percentageFsm }]];
    }),
  );
};

/** England’s key stage 2 results of 2016–2018 and 2023, carried across changes of URN by whoever made the panel. */
export const publishedPanel = (): readonly ComparedSchool[] => {
  const places = readPlaces();
  const values = new Map<Urn, Map<number, number>>();
  for (const [urnCell, , yearCell, valueCell] of rowsOf(results).slice(1)) {
    const urn = toUrn(urnCell);
    const value = numberOf(valueCell);
    if (urn === undefined || value === null) continue;
    const known = values.get(urn) ?? new Map<number, number>();
    known.set(Number(yearCell), value);
    values.set(urn, known);
  }
  return [...values].flatMap(([urn, years]) => {
    const place = places.get(urn);
    return place === undefined ? [] : [{ ...place, values: years }];
  });
};

const years = [2016, 2017, 2018, 2023] as const;
const firstUrn = 900_000;

const share = (percentage: number): number => Math.min(98, Math.max(2, percentage));

/**
 * An invented panel of the same structure: schools differ for good, drift a little, and every year is the luck of one
 * small cohort.
 */
export const inventedPanel = (schools: number): readonly ComparedSchool[] => {
  const random = randomFrom(7);
  return Array.from({ length: schools }, (_, index): ComparedSchool => {
    const pupils = Math.round(60 + 480 * random.next());
    const fsm = 5 + 50 * random.next() ** 2;
    const level = 72 - 0.45 * fsm + 9 * random.normal();
    const cohort = Math.max(6, Math.round(pupils / 7));
    const drift = 1.2 * random.normal();
    const values = years.map((year, step): readonly [number, number] => {
      const chance = share(level + drift * step) / 100;
      const reached = Array.from({ length: cohort }, random.next).filter((luck) => luck < chance);
      return [year, Math.round((100 * reached.length) / cohort)];
    });
    const urn = toUrn(String(firstUrn + index));
    if (urn === undefined) throw new Error("too many schools");
    const place = { phase: "primary", setting: "mainstream" } as const;
    return { urn, ...place, pupils, percentageFsm: fsm, values: new Map(values) };
  });
};
