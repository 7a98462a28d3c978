import type { Actor } from "@alongside/domain/identity";
import { RefusedError } from "@alongside/usecases/context";
import { TRPCError } from "@trpc/server";
import { appRouter } from "../src/router.ts";
import { procedureAt } from "./callers.ts";
import { shapesOf, type Shape } from "./foreign.ts";
import type { KnownIds } from "./known-id.ts";
import type { Populated } from "./populated.ts";

/** For tests alone: what a role gets from a procedure: the paths of all fields, or the refusals where it gets none. */
export type Fields = {
  readonly paths: ReadonlySet<string>;
  readonly refusals: ReadonlySet<string>;
};

const mostInputs = 10;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A key that is itself a value, such as an id or a code with figures in it, stands for all of its kind. */
const keyOf = (key: string, siblings: number): string =>
  siblings > 12 || !/^[a-zA-Z]+$/.test(key) ? "*" : key;

const walk = (value: unknown, path: string, into: Set<string>): void => {
  if (Array.isArray(value)) {
    into.add(`${path}[]`);
    for (const each of value) walk(each, `${path}[]`, into);
  } else if (isRecord(value)) {
    const entries = Object.entries(value);
    for (const [key, each] of entries) {
      const name = keyOf(key, path === "" ? 0 : entries.length - 28);
      walk(each, path === "" ? name : `${path}.${name}`, into);
    }
  } else {
    into.add(path === "" ? "(the answer itself)" : path);
  }
};

/** The paths of a value, without those that only lead to others. */
const pathsOf = (value: unknown): readonly string[] => {
  const paths = new Set<string>();
  walk(value, "", paths);
  return [...paths];
};

/** Values that are no ids, by the name of what they are for. */
const words: Readonly<Record<string, string>> = {
  academicYear: "2025-26",
  list: "expertise",
  words: "school",
};

type Asking = { readonly populated: Populated; readonly known: KnownIds };

const plainValue = (key: string, shape: Shape): unknown => {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  if (words[key] !== undefined) return words[key];
  if (shape.format === "date" || /date|On$|day/i.test(key)) return "2026-03-16";
  const type = typeof shape.type === "string" ? shape.type : shape.type?.[0];
  if (type === "integer" || type === "number") return Math.max(1, shape.minimum ?? 1);
  if (type === "boolean") return true;
  if (type === "array") return [];
  return type === "object" ? {} : "x";
};

/** Every value to try for one part of an input. */
const valuesFor = async (
  { known, populated }: Asking,
  part: { readonly key: string; readonly shape: Shape; readonly router: string },
  actor: Actor,
): Promise<readonly unknown[]> => {
  const { key, shape, router } = part;
  if (key === "token") return [populated.tokens[router] ?? "A".repeat(34)];
  if (shape.enum !== undefined && !key.endsWith("Id")) return shape.enum;
  const ids = await known.of(key, router, actor);
  if (ids.length === 0) return [plainValue(key, shape)];
  return shape.type === "array" ? [ids.slice(0, 3), ...ids.map((id) => [id])] : ids;
};

const times = (
  inputs: readonly Readonly<Record<string, unknown>>[],
  key: string,
  values: readonly unknown[],
): readonly Readonly<Record<string, unknown>>[] =>
  inputs.flatMap((input) => values.map((value) => ({ ...input, [key]: value })));

/** Inputs that a procedure takes: what it must have and nothing else, with each id that is there. */
const inputsFor = async (
  asking: Asking,
  path: string,
  actor: Actor,
): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const router = path.split(".")[0] ?? "";
  let inputs: readonly Readonly<Record<string, unknown>>[] = [{ area: asking.populated.slug }];
  for (const shape of shapesOf(path)) {
    for (const key of shape.required ?? []) {
      if (key === "area") continue;
      const part = { key, shape: shape.properties?.[key] ?? {}, router };
      inputs = times(inputs, key, await valuesFor(asking, part, actor));
    }
  }
  const step = Math.max(1, Math.floor(inputs.length / mostInputs));
  return inputs.filter((_, index) => index % step === 0);
};

const refusalOf = (error: unknown): string => {
  const cause = error instanceof TRPCError ? error.cause : error;
  if (cause instanceof RefusedError) return cause.refusal.kind;
  return error instanceof TRPCError && error.code === "BAD_REQUEST" ? "invalid-input" : "fault";
};

type Described = { readonly _def: { readonly type: string } };

/** Whether what the router holds under a path asks and changes nothing. The router made it, so it says what it is. */
const isQuery = (procedure: unknown): boolean => (procedure as Described)._def.type === "query";

const procedures: Readonly<Record<string, unknown>> = appRouter._def.procedures;

export const queries: readonly string[] = Object.keys(procedures)
  .filter((path) => isQuery(procedures[path]))
  .toSorted();

/** All that one role gets from one procedure, over every record that is tried. */
export const fieldsOf = async (asking: Asking, path: string, role: string): Promise<Fields> => {
  const actor = asking.populated.actors.get(role);
  if (actor === undefined) throw new Error(`there is no ${role}`);
  const call = procedureAt(asking.populated.caller(actor), path);
  const paths = new Set<string>();
  const refusals = new Set<string>();
  for (const input of await inputsFor(asking, path, actor)) {
    try {
      for (const each of pathsOf(await call(input))) paths.add(each);
    } catch (error) {
      refusals.add(refusalOf(error));
    }
    // The gate's word is the same for every record.
    if (refusals.has("not-allowed") || refusals.has("sign-in-required")) break;
  }
  return { paths, refusals };
};
