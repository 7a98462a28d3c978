import type { Read, Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordPackage, recordPackageChange } from "@alongside/db/stores/menu";
import { listCodeEntries } from "@alongside/db/views/partnership";
import { findZone } from "@alongside/db/views/partnership-zone";
import {
  mayAgreeMenu,
  mayPublishCapacity,
  type PersonId,
  type ZoneId,
} from "@alongside/domain/identity";
import { moveMenu, type MenuCommand, type MenuState } from "@alongside/domain/menu";
import { authorise, instantOf, orRefuse, record, refuse, type Context } from "../context/index.ts";
import { forLeader } from "../leader/place.ts";
import { openPackage, placeOfLeader, requirePackageVersion, type PlacedPackage } from "./place.ts";

/** What a package is: title, focus, half-days and what they include, for one zone's menu. */
export type PackageWords = {
  readonly zoneId: ZoneId;
  readonly title: string;
  /** Code of the list of areas of expertise. */
  readonly focus: string;
  readonly halfDays: number;
  readonly includes: string;
};

const requireWords = async (read: Read, area: Area, given: PackageWords): Promise<void> => {
  const [zone, entries] = await Promise.all([
    findZone(read, area.id, given.zoneId),
    listCodeEntries(read, area.id, "expertise"),
  ]);
  const isArea = entries.some(({ code, retiredOn }) => code === given.focus && retiredOn === null);
  const fields = {
    ...(given.title.trim() === "" ? { title: "Enter a title" } : {}),
    ...(given.includes.trim() === "" ? { includes: "Say what it includes" } : {}),
    ...(isArea ? {} : { focus: "Choose from the list" }),
    ...(zone === undefined || zone.closedOn !== null ? { zoneId: "Choose a zone" } : {}),
    ...(Number.isInteger(given.halfDays) && given.halfDays >= 1
      ? {}
      : { halfDays: "Enter whole or half days" }),
  };
  if (Object.keys(fields).length > 0) refuse({ kind: "invalid-input", fields });
};

const wordsOf = ({ zoneId, title, focus, halfDays, includes }: PackageWords) => ({
  zoneId,
  title: title.trim(),
  area: focus,
  halfDays,
  includes: includes.trim(),
});

type Logged = { readonly id: string; readonly version: number; readonly kind: string };

const recordOn = (
  ctx: Context,
  tx: Write,
  given: Logged & { readonly area: Area; readonly payload: Readonly<Record<string, unknown>> },
): Promise<void> =>
  record(ctx, tx, {
    areaId: given.area.id,
    entity: "menu-package",
    entityId: given.id,
    entityVersion: given.version,
    kind: given.kind,
    payload: given.payload,
  });

/** Publishes a package in a zone's menu, where the zone is to agree to it. By the leader, the organisation or on the leader's behalf. */
export const publishPackage = (
  ctx: Context,
  area: Area,
  input: PackageWords & { readonly personId: PersonId },
): Promise<{ readonly id: string }> =>
  ctx.write(async (tx) => {
    const place = await placeOfLeader(tx, area, input.personId);
    authorise(mayPublishCapacity(ctx.actor, place));
    await requireWords(tx, area, input);
    const id = ctx.newId();
    const publishedAt = instantOf(ctx);
    const words = wordsOf(input);
    await recordPackage(tx, {
      id,
      areaId: area.id,
      personId: input.personId,
      ...words,
      state: "proposed",
      publishedAt,
      changedAt: publishedAt,
    });
    const doer = forLeader(ctx, place);
    await recordOn(doer, tx, { area, id, version: 1, kind: "package-published", payload: words });
    return { id };
  });

type Seen = { readonly id: string; readonly version: number };

type Act = {
  readonly command: MenuCommand;
  readonly kind: string;
  readonly may: (ctx: Context, opened: PlacedPackage) => boolean;
  readonly change: Partial<ReturnType<typeof wordsOf>> & { readonly answer?: string };
};

const actOn = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly seen: Seen; readonly act: Act },
): Promise<{ readonly version: number; readonly state: MenuState }> => {
  const { area, seen, act } = given;
  const opened = await openPackage(ctx, tx, { area, id: seen.id });
  authorise(act.may(ctx, opened));
  await requirePackageVersion(tx, opened, seen.version);
  const { row } = opened.stored;
  const state = orRefuse(moveMenu(row.state, act.command));
  await recordPackageChange(tx, row, { ...act.change, state, changedAt: instantOf(ctx) });
  const version = row.version + 1;
  const doer = opened.isOwn ? forLeader(ctx, opened.place) : ctx;
  const { kind, change: payload } = act;
  await recordOn(doer, tx, { area, id: row.id, version, kind, payload });
  return { version, state };
};

/** Changes a package; the zone agrees to it anew. Its leader's side alone. Refuses `changed-since`, and `wrong-state` for one that was withdrawn. */
export const revisePackage = (ctx: Context, area: Area, input: Seen & PackageWords) =>
  ctx.write(async (tx) => {
    await openPackage(ctx, tx, { area, id: input.id });
    await requireWords(tx, area, input);
    const act: Act = {
      command: "revise",
      kind: "package-revised",
      may: (_, { isOwn }) => isOwn,
      change: { ...wordsOf(input), answer: "" },
    };
    return actOn(ctx, tx, { area, seen: input, act });
  });

/** Takes a package out of the menu for good. Its leader's side alone. */
export const withdrawPackage = (ctx: Context, area: Area, input: Seen) =>
  ctx.write((tx) => {
    const act: Act = {
      command: "withdraw",
      kind: "package-withdrawn",
      may: (_, { isOwn }) => isOwn,
      change: {},
    };
    return actOn(ctx, tx, { area, seen: input, act });
  });

/**
 * Writes down what the zone said of a package: it is in the menu, or it is not and why. Refuses whoever does not speak for the zone, a no
 * without words (`words-needed`), and one that does not wait for an answer (`wrong-state`).
 */
export const answerPackage = (
  ctx: Context,
  area: Area,
  input: Seen & { readonly isAgreed: boolean; readonly answer: string },
) =>
  ctx.write(async (tx) => {
    const answer = input.answer.trim();
    const { stored } = await openPackage(ctx, tx, { area, id: input.id });
    if (!input.isAgreed && answer === "") refuse({ kind: "words-needed", field: "reason" });
    const act: Act = {
      command: input.isAgreed ? "agree" : "turn-down",
      kind: input.isAgreed ? "package-agreed" : "package-turned-down",
      may: ({ actor }) => mayAgreeMenu(actor, stored.row),
      change: { answer },
    };
    return actOn(ctx, tx, { area, seen: input, act });
  });
