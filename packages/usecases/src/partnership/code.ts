import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import {
  recordCodeEntry,
  recordCodeEntryChange,
  recordCodeOrder,
} from "@alongside/db/stores/code-list";
import { listCodeEntries, type CodeEntryRow } from "@alongside/db/views/partnership";
import { mayAdministerArea } from "@alongside/domain/identity";
import { isFixedList, sameName, tidyName, toCode } from "@alongside/domain/partnership";
import { authorise, found, record, refuse, todayOf, type Context } from "../context/index.ts";
import { requireVersion } from "./changed-since.ts";

export type CodeWords = {
  readonly label: string;
  readonly groupLabel?: string | null;
  readonly help?: string | null;
};

export type CodeSeen = {
  readonly list: string;
  readonly code: string;
  readonly version: number;
};

const tidyOrNull = (text: string | null | undefined): string | null =>
  text === undefined || text === null || tidyName(text) === "" ? null : tidyName(text);

/** The entries of a list that the area has; a list that it has not answers `not-found`. */
export const entriesOf = async (
  tx: Write,
  area: Area,
  list: string,
): Promise<readonly CodeEntryRow[]> => {
  const entries = await listCodeEntries(tx, area.id, list);
  return entries.length === 0 ? refuse({ kind: "not-found" }) : entries;
};

const entityIdOf = (area: Area, list: string, code: string): string => `${area.id}/${list}/${code}`;

type CodeEvent = {
  readonly code: string;
  readonly version: number;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
};

const recordCode = (ctx: Context, tx: Write, given: CodeEvent & { area: Area; list: string }) =>
  record(ctx, tx, {
    areaId: given.area.id,
    entity: "code",
    entityId: entityIdOf(given.area, given.list, given.code),
    entityVersion: given.version,
    kind: given.kind,
    payload: { list: given.list, code: given.code, ...given.payload },
  });

const requireFreeLabel = (
  entries: readonly CodeEntryRow[],
  label: string,
  exceptCode?: string,
): void => {
  const isTaken = entries.some(
    (entry) => entry.code !== exceptCode && sameName(entry.label, label),
  );
  if (isTaken) refuse({ kind: "already-exists", field: "label" });
};

/** A code that stays for good, made from the first label; a number follows where another entry has it. */
const newCode = (entries: readonly CodeEntryRow[], label: string): string => {
  const code = toCode(label);
  if (code === "") {
    refuse({ kind: "invalid-input", fields: { label: "Use letters or figures in the label" } });
  }
  const taken = new Set(entries.map((entry) => entry.code));
  if (!taken.has(code)) return code;
  let number = 2;
  while (taken.has(`${code}-${number}`)) number += 1;
  return `${code}-${number}`;
};

/** The list's order with a new entry at the end of its group, or of the list. */
const orderWith = (
  entries: readonly CodeEntryRow[],
  added: { readonly code: string; readonly groupLabel: string | null },
): readonly string[] => {
  const last = entries.findLastIndex((entry) => entry.groupLabel === added.groupLabel);
  const codes = entries.map((entry) => entry.code);
  return last < 0 ? [...codes, added.code] : codes.toSpliced(last + 1, 0, added.code);
};

/** Adds an entry to a list. Refuses `list-fixed`, and a label that the list has already, retired or not (`already-exists`). */
export const addCode = (
  ctx: Context,
  area: Area,
  input: CodeWords & { readonly list: string },
): Promise<{ readonly code: string }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const { list } = input;
    const entries = await entriesOf(tx, area, list);
    if (isFixedList(list)) refuse({ kind: "list-fixed", list });
    const label = tidyName(input.label);
    requireFreeLabel(entries, label);
    const code = newCode(entries, label);
    const words = { label, groupLabel: tidyOrNull(input.groupLabel), help: tidyOrNull(input.help) };
    const position = entries.length;
    await recordCodeEntry(tx, { areaId: area.id, list, code, position, ...words });
    const order = orderWith(entries, { code, groupLabel: words.groupLabel });
    await recordCodeOrder(tx, { areaId: area.id, list }, order);
    const event = { code, version: 1, kind: "code-added", payload: words };
    await recordCode(ctx, tx, { area, list, ...event });
    return { code };
  });
};

const openEntry = async (tx: Write, area: Area, seen: CodeSeen) => {
  const entries = await entriesOf(tx, area, seen.list);
  const entry = found(entries.find(({ code }) => code === seen.code));
  const entityId = entityIdOf(area, seen.list, seen.code);
  const state = { entity: "code", entityId, version: entry.version };
  await requireVersion(tx, state, seen.version);
  return { entry, entries };
};

/** Changes the words of an entry; its code stays. Answers whether that changed anything. */
export const changeCode = (
  ctx: Context,
  area: Area,
  input: CodeSeen & CodeWords,
): Promise<{ readonly changed: boolean }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const { entry, entries } = await openEntry(tx, area, input);
    const label = tidyName(input.label);
    requireFreeLabel(entries, label, entry.code);
    const words = { label, groupLabel: tidyOrNull(input.groupLabel), help: tidyOrNull(input.help) };
    const isSame =
      label === entry.label && words.groupLabel === entry.groupLabel && words.help === entry.help;
    if (isSame) return { changed: false };
    await recordCodeEntryChange(tx, entry, words);
    const { list, code } = entry;
    const event = { code, version: entry.version + 1, kind: "code-changed", payload: words };
    await recordCode(ctx, tx, { area, list, ...event });
    return { changed: true };
  });
};

/**
 * Retires an entry, so that it can no longer be chosen, or restores it. What has it keeps it. Refuses `list-fixed`, and to retire
 * the last entry of a list.
 */
export const retireCode = (
  ctx: Context,
  area: Area,
  input: CodeSeen & { readonly isRetired: boolean },
): Promise<void> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const { entry, entries } = await openEntry(tx, area, input);
    const { list, code } = entry;
    if (isFixedList(list)) refuse({ kind: "list-fixed", list });
    const { isRetired } = input;
    const others = entries.filter((each) => each.code !== code && each.retiredOn === null);
    if (isRetired && others.length === 0) refuse({ kind: "last-entry", list });
    await recordCodeEntryChange(tx, entry, { retiredOn: isRetired ? todayOf(ctx) : null });
    const kind = isRetired ? "code-retired" : "code-restored";
    const event = { code, version: entry.version + 1, kind, payload: {} };
    await recordCode(ctx, tx, { area, list, ...event });
  });
};

/** Moves an entry past its neighbour within its group; at the end of the group nothing happens. */
export const moveCode = (
  ctx: Context,
  area: Area,
  input: { readonly list: string; readonly code: string; readonly to: "up" | "down" },
): Promise<{ readonly changed: boolean }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const { list, code } = input;
    const entries = await entriesOf(tx, area, list);
    const entry = found(entries.find((each) => each.code === code));
    const group = entries.filter(
      (each) => each.groupLabel === entry.groupLabel && each.retiredOn === null,
    );
    const at = group.findIndex((each) => each.code === code);
    const neighbour = at < 0 ? undefined : group[input.to === "up" ? at - 1 : at + 1];
    if (at < 0 || (input.to === "up" && at === 0) || neighbour === undefined) {
      return { changed: false };
    }
    const swapped = entries.map((each) => {
      if (each.code === code) return neighbour.code;
      return each.code === neighbour.code ? code : each.code;
    });
    await recordCodeOrder(tx, { areaId: area.id, list }, swapped);
    const payload = { past: neighbour.code, to: input.to };
    const event = { code, version: entry.version, kind: "code-moved", payload };
    await recordCode(ctx, tx, { area, list, ...event });
    return { changed: true };
  });
};
