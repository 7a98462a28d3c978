import type { Level, Provider } from "../problem.ts";
import { isFields, type FieldReader, type Note } from "./check.ts";

const readExpertise = (fields: FieldReader, note: Note): ReadonlyMap<string, Level> => {
  const value = fields.raw("expertise");
  const held = new Map<string, Level>();
  if (!isFields(value)) {
    note(fields.at("expertise"), "must be an object of levels by area");
    return held;
  }
  for (const area of Object.keys(value).sort()) {
    const level = value[area];
    if (level === 1 || level === 2 || level === 3) held.set(area, level);
    else note(`${fields.at("expertise")}.${area}`, "must be 1, 2 or 3");
  }
  return held;
};

const readImpact = (fields: FieldReader, note: Note): number => {
  const value = fields.number("impact");
  if (value >= 0 && value <= 100) return value;
  note(fields.at("impact"), "must be between 0 and 100");
  return 0;
};

export const readProvider = (fields: FieldReader, note: Note): Provider => ({
  id: fields.text("id"),
  kind: fields.text("kind"),
  urn: fields.code("urn"),
  la: fields.code("la"),
  zone: fields.code("zone"),
  ...(fields.has("trust") ? { trust: fields.code("trust") } : {}),
  phases: fields.texts("phases"),
  x: fields.number("x"),
  y: fields.number("y"),
  expertise: readExpertise(fields, note),
  impact: readImpact(fields, note),
  days: fields.whole("days"),
  daysEarly: fields.whole("daysEarly"),
  daysLate: fields.whole("daysLate"),
  maxSchools: fields.whole("maxSchools"),
  maxKm: fields.from0("maxKm"),
  laOnly: fields.flag("laOnly", false),
  fitToSupport: fields.flag("fitToSupport", false),
  declines: fields.texts("declines"),
  prefersZones: fields.texts("prefersZones"),
});
