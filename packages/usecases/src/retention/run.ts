import type { Read, Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordWordsErased } from "@alongside/db/stores/event";
import { recordKeptLongEnough } from "@alongside/db/stores/retention";
import { findPerson } from "@alongside/db/views/identity";
import { listPartsOf } from "@alongside/db/views/identity-part";
import {
  listContentsNotKept,
  listOldRecords,
  listOpenHolds,
  type OldRecord,
} from "@alongside/db/views/retention";
import { mayAdministerArea, toId, type AreaId, type PersonId } from "@alongside/domain/identity";
import { cutOffOf, partByHolds, type RetentionKind } from "@alongside/domain/retention";
import type { IsoDate } from "@alongside/domain/school";
import type { FileStore } from "../attachment/files.ts";
import { authorise, instantOf, record, todayOf, traceOf, type Context } from "../context/index.ts";
import { requireRecentProof } from "../identity/recent-proof.ts";
import { erasePersonIn, isPersonHeld } from "../subject-access/erase.ts";
import { toSubject } from "./hold.ts";
import { rulesOf, type Rule } from "./rule.ts";

/** What a run removes of a kind, or would remove, and what a hold keeps. */
export type KindOutcome = {
  readonly kind: RetentionKind;
  readonly months: number;
  /** What ended before this day has been kept for its term. */
  readonly before: IsoDate;
  readonly due: number;
  readonly held: number;
};

type Parted = { readonly due: readonly OldRecord[]; readonly held: readonly OldRecord[] };

/** Every area in which a person had a part has its say: the longest term counts, and any hold keeps. */
const isPersonDue = async (
  ctx: Context,
  read: Read,
  key: string,
): Promise<"due" | "held" | "not-yet"> => {
  const personId = toId<PersonId>(key);
  const parts = await listPartsOf(read, personId);
  const areaIds = [...new Set(parts.flatMap(({ areaId }) => (areaId === null ? [] : [areaId])))];
  const left =
    parts
      .map(({ endedAt }) => endedAt ?? "9999")
      .toSorted()
      .at(-1) ?? "9999";
  for (const areaId of areaIds) {
    const months = (await rulesOf(read, areaId)).find(
      ({ kind }) => kind === "departed-person",
    )?.months;
    if (months === undefined || left >= cutOffOf(todayOf(ctx), months)) return "not-yet";
  }
  return (await isPersonHeld(read, personId, areaIds)) ? "held" : "due";
};

const partPeople = async (
  ctx: Context,
  read: Read,
  records: readonly OldRecord[],
): Promise<Parted> => {
  const due: OldRecord[] = [];
  const held: OldRecord[] = [];
  for (const each of records) {
    const state = await isPersonDue(ctx, read, each.key);
    if (state === "due") due.push(each);
    if (state === "held") held.push(each);
  }
  return { due, held };
};

const partKind = async (
  ctx: Context,
  read: Read,
  given: { readonly areaId: AreaId; readonly rule: Rule },
): Promise<Parted & { readonly before: IsoDate }> => {
  const { areaId, rule } = given;
  const before = cutOffOf(todayOf(ctx), rule.months);
  const records = await listOldRecords(read, rule.kind, { areaId, before });
  if (rule.kind === "departed-person") return { before, ...(await partPeople(ctx, read, records)) };
  const holds = (await listOpenHolds(read, areaId)).map(toSubject);
  return { before, ...partByHolds(records, holds) };
};

const remove = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly kind: RetentionKind; readonly keys: readonly string[] },
): Promise<void> => {
  const { area, kind, keys } = given;
  if (kind === "event-words") {
    const erasure = { areaId: area.id, why: "kept for its term", seqs: keys.map(Number) };
    await recordWordsErased(tx, traceOf(ctx), erasure);
    return;
  }
  if (kind !== "departed-person") {
    await recordKeptLongEnough(tx, kind, { keys, at: instantOf(ctx) });
    return;
  }
  for (const key of keys) {
    const person = await findPerson(tx, toId<PersonId>(key));
    const why = "kept for its term";
    if (person !== undefined) await erasePersonIn(ctx, tx, { person, areaId: area.id, why });
  }
};

/** One kind in a transaction of its own: what is due is looked for again inside it, so that a hold placed meanwhile keeps. */
const runKind = (
  ctx: Context,
  area: Area,
  given: { readonly rule: Rule; readonly contents: string[] },
): Promise<KindOutcome> =>
  ctx.write(async (tx) => {
    const { rule, contents } = given;
    const { kind, months } = rule;
    const { due, held, before } = await partKind(ctx, tx, { areaId: area.id, rule });
    const keys = due.map(({ key }) => key);
    const outcome = { kind, months, before, due: due.length, held: held.length };
    if (keys.length === 0) return outcome;
    await remove(ctx, tx, { area, kind, keys });
    if (kind === "attached-file") contents.push(...(await listContentsNotKept(tx, keys)));
    await record(ctx, tx, {
      areaId: area.id,
      entity: "retention",
      entityId: kind,
      entityVersion: 0,
      kind: "retention-run",
      payload: { kind, months, before, removed: due.length, held: held.length },
    });
    return outcome;
  });

/** What a run would remove, kind by kind; nothing is changed. Refuses `not-allowed`. */
export const tryRetention = async (ctx: Context, area: Area): Promise<readonly KindOutcome[]> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  const outcomes: KindOutcome[] = [];
  for (const rule of await rulesOf(ctx.read, area.id)) {
    const { due, held, before } = await partKind(ctx, ctx.read, { areaId: area.id, rule });
    const { kind, months } = rule;
    outcomes.push({ kind, months, before, due: due.length, held: held.length });
  }
  return outcomes;
};

/**
 * Removes what has been kept for its term, all but what a hold keeps; each kind is an act on record. Contents of files go after their
 * records have. Refuses `not-allowed`, `second-factor-stale`.
 */
export const runRetention = async (
  ctx: Context,
  area: Area,
  files: Pick<FileStore, "remove"> | undefined,
): Promise<readonly KindOutcome[]> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  requireRecentProof(ctx);
  const outcomes: KindOutcome[] = [];
  const contents: string[] = [];
  for (const rule of await rulesOf(ctx.read, area.id)) {
    outcomes.push(await runKind(ctx, area, { rule, contents }));
  }
  for (const hash of contents) await files?.remove(hash);
  return outcomes;
};
