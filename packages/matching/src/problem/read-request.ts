import type { Band, Request, Window } from "../problem.ts";
import type { FieldReader, Note } from "./check.ts";

const readBand = (fields: FieldReader, note: Note): Band => {
  const value = fields.raw("band");
  if (value === 1 || value === 2 || value === 3 || value === 4) return value;
  note(fields.at("band"), "must be 1, 2, 3 or 4");
  return 4;
};

const readWindow = (fields: FieldReader, note: Note): Window => {
  const value = fields.raw("window");
  if (value === "any" || value === "early" || value === "late") return value;
  note(fields.at("window"), "must be any, early or late");
  return "any";
};

export const readRequest = (fields: FieldReader, note: Note): Request => ({
  id: fields.text("id"),
  urn: fields.code("urn"),
  la: fields.code("la"),
  zone: fields.code("zone"),
  ...(fields.has("trust") ? { trust: fields.code("trust") } : {}),
  phase: fields.text("phase"),
  x: fields.number("x"),
  y: fields.number("y"),
  band: readBand(fields, note),
  days: fields.whole("days"),
  window: readWindow(fields, note),
  primary: fields.text("primary"),
  ...(fields.has("secondary") ? { secondary: fields.text("secondary") } : {}),
  ...(fields.has("specialistDays") ? { specialistDays: fields.whole("specialistDays") } : {}),
  prefer: fields.texts("prefer"),
  exclude: fields.texts("exclude"),
  ...(fields.has("current") ? { current: fields.text("current") } : {}),
});
