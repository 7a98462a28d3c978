import { z } from "zod";
import { appRouter } from "../src/router.ts";
import type { World } from "../../usecases/src/identity/world.ts";

export type Shape = {
  readonly required?: readonly string[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly format?: string;
  readonly pattern?: string;
};

/** An id to put wherever an input takes one. */
export type Foreign = {
  readonly text: string;
  readonly number: number;
  /** Which of several forms an input may have is taken, counted from nought; the first unless told. */
  readonly form?: number;
};

const idShaped =
  /(^|[a-z])(id|ids|urn|urns|zone|zones|school|schools|need|leader|offer|person|line|term|trust|import)$/i;

const words = (shape: Shape): string => {
  if (shape.format === "date" || shape.pattern?.includes("\\d{4}-") === true) return "2026-03-16";
  if (shape.format === "email") return "someone@alder.example";
  return "x".repeat(Math.max(1, shape.minLength ?? 1));
};

/** A value that a schema takes, with the foreign id in every place that looks like one's. */
const sampleOf = (shape: Shape, key: string, foreign: Foreign): unknown => {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  const choices = shape.anyOf ?? shape.oneOf ?? shape.allOf ?? [];
  const choice = choices[(foreign.form ?? 0) % Math.max(1, choices.length)];
  if (choice !== undefined) return sampleOf(choice, key, foreign);
  const type = typeof shape.type === "string" ? shape.type : shape.type?.[0];
  switch (type) {
    case "object":
      return sampleObject(shape, foreign);
    case "array":
      return [sampleOf(shape.items ?? {}, key, foreign)];
    case "integer":
    case "number":
      return idShaped.test(key) ? foreign.number : Math.max(1, shape.minimum ?? 1);
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return idShaped.test(key) ? foreign.text : words(shape);
  }
};

const sampleObject = (shape: Shape, foreign: Foreign): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(shape.properties ?? {}).map(([key, each]) => [
      key,
      sampleOf(each, key, foreign),
    ]),
  );

type Procedure = { readonly _def: { readonly inputs?: readonly unknown[] } };

const inputsOf = (path: string): readonly z.ZodType[] => {
  const procedures: Readonly<Record<string, unknown>> = appRouter._def.procedures;
  const procedure = procedures[path] as Procedure;
  return (procedure._def.inputs ?? []).filter((schema) => schema instanceof z.ZodType);
};

const toShape = (schema: z.ZodType): Shape =>
  z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape;

const known = new Map<string, readonly Shape[]>();

/** The shapes of a procedure's input, one for each step that adds to it. */
export const shapesOf = (path: string): readonly Shape[] => {
  const made = known.get(path) ?? inputsOf(path).map(toShape);
  known.set(path, made);
  return made;
};

/** An input that a procedure takes, made from its own schema: a new procedure is probed without a word here. */
export const inputWith = (path: string, area: string, foreign: Foreign): unknown => {
  const parts = shapesOf(path).map((shape) => sampleOf(shape, "", foreign));
  return Object.assign({}, ...parts, { area });
};

/** Whether a procedure takes an id at all, and where. */
export const takesId = (path: string): boolean => {
  const marker = { text: "the-foreign-id", number: 987_654 };
  return /the-foreign-id|987654/.test(JSON.stringify(inputWith(path, "here", marker)));
};

const idTables = async (world: World): Promise<readonly string[]> => {
  const { rows } = await world.database.client.execute(
    "SELECT m.name FROM sqlite_master m WHERE m.type = 'table' AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'area_id') AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'id')",
  );
  return rows.map((row) => String(row["name"]));
};

/** Every id that belongs to an area, from every table that has one. */
export const idsOf = async (world: World, areaId: string): Promise<readonly Foreign[]> => {
  const found: Foreign[] = [];
  for (const table of await idTables(world)) {
    const { rows } = await world.database.client.execute({
      sql: `SELECT id FROM ${table} WHERE area_id = ? LIMIT 8`,
      args: [areaId],
    });
    for (const { id } of rows) found.push({ text: String(id), number: Number(id) || 900003 });
  }
  return found;
};

/** Everything that an area holds, as one text: whoever changes any of it changes this. */
export const contentOf = async (world: World, areaId: string): Promise<string> => {
  const parts: string[] = [];
  const { rows: tables } = await world.database.client.execute(
    "SELECT m.name FROM sqlite_master m WHERE m.type = 'table' AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'area_id') ORDER BY m.name",
  );
  for (const { name } of tables) {
    const { rows } = await world.database.client.execute({
      sql: `SELECT * FROM ${String(name)} WHERE area_id = ? ORDER BY 1, 2`,
      args: [areaId],
    });
    parts.push(`${String(name)} ${JSON.stringify(rows)}`);
  }
  return parts.join("\n");
};
