import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { listCodeEntries } from "@alongside/db/views/partnership";
import { listOpenZonesOfArea } from "@alongside/db/views/identity-place";
import type { Supply } from "@alongside/domain/capacity";
import { refuse } from "../context/index.ts";

/** What a leader says of a term; the home school's release is not the leader's to say. */
export type Offering = Omit<Supply, "release">;

const notListed = "Choose from the list";

type Known = {
  readonly expertise: ReadonlySet<string>;
  readonly modes: ReadonlySet<string>;
  readonly zones: ReadonlySet<string>;
};

const readKnown = async (read: Read, area: Area, before: Supply | undefined): Promise<Known> => {
  const [entries, zones] = await Promise.all([
    listCodeEntries(read, area.id),
    listOpenZonesOfArea(read, area.id),
  ]);
  const codesOf = (list: string): readonly string[] =>
    entries.flatMap((entry) =>
      entry.list === list && entry.retiredOn === null ? [entry.code] : [],
    );
  return {
    expertise: new Set([
      ...codesOf("expertise"),
      ...(before?.areas ?? []).map(({ area: code }) => code),
    ]),
    modes: new Set([...codesOf("work-mode"), ...(before?.modes ?? [])]),
    zones: new Set([...zones.map(({ id }) => id), ...(before?.zones ?? [])]),
  };
};

const repeats = (codes: readonly string[]): boolean => new Set(codes).size < codes.length;

const faultsOf = (offering: Offering, known: Known): Readonly<Record<string, string>> => {
  const codes = offering.areas.map(({ area }) => area);
  const { modes, zones, blackouts } = offering;
  const fields: Record<string, string> = {};
  if (!codes.every((code) => known.expertise.has(code))) fields["areas"] = notListed;
  if (repeats(codes)) fields["areas"] = "Name each area once";
  if (!modes.every((mode) => known.modes.has(mode))) fields["modes"] = notListed;
  if (!zones.every((zone) => known.zones.has(zone))) fields["zones"] = notListed;
  if (zones.length === 0 && known.zones.size > 0) fields["zones"] = "Choose one zone or more";
  blackouts.forEach(({ from, to }, index) => {
    if (to < from) fields[`blackouts.${index}.to`] = "Enter a day that is not before the first";
  });
  return fields;
};

/**
 * Refuses `invalid-input` for areas, ways of working and zones that the partnership does not have; what the line had before may stay,
 * retired or not.
 */
export const requireOffering = async (
  read: Read,
  area: Area,
  given: { readonly offering: Offering; readonly before: Supply | undefined },
): Promise<void> => {
  const fields = faultsOf(given.offering, await readKnown(read, area, given.before));
  if (Object.keys(fields).length > 0) refuse({ kind: "invalid-input", fields });
};
