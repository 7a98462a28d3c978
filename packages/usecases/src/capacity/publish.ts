import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordCapacityAnswer, recordNewCapacityLine } from "@alongside/db/stores/capacity";
import { recordExpertise } from "@alongside/db/stores/leader";
import {
  findAnswer,
  findLiveLine,
  toCapacityLine,
  type StoredLine,
} from "@alongside/db/views/capacity";
import { listTerms, type TermRow } from "@alongside/db/views/partnership";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import {
  indicateCapacity,
  toCapacityLineId,
  usualGoodUntil,
  type CapacityCommand,
  type CapacityLine,
  type Supply,
} from "@alongside/domain/capacity";
import { mayPublishCapacity, type LeaderPlace, type PersonId } from "@alongside/domain/identity";
import {
  authorise,
  found,
  instantOf,
  record,
  refuse,
  todayOf,
  type Context,
} from "../context/index.ts";
import { forLeader, openLeader } from "../leader/place.ts";
import { alignBook } from "./align.ts";
import {
  applyToLine,
  decideAll,
  recordLineEvents,
  requireLineVersion,
  tiedNow,
  type LineChanged,
} from "./line.ts";
import { requireOffering, type Offering } from "./offering.ts";

export type Publication = {
  readonly personId: PersonId;
  readonly termId: string;
  /** The version of the line that was seen; 0 where there was none. */
  readonly version: number;
  readonly answer: "yes" | "maybe";
  readonly offering: Offering;
};

/** The term of this area. Refuses `not-found` for any other. */
export const openTerm = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly termId: string },
): Promise<TermRow> => {
  const terms = await listTerms(tx, given.area.id);
  return found(terms.find(({ id }) => id === given.termId));
};

/** Writes what was answered for a term; nothing when the same was answered before. */
export const answerTerm = async (
  ctx: Context,
  tx: Write,
  given: {
    readonly place: LeaderPlace;
    readonly termId: string;
    readonly answer: "yes" | "maybe" | "not-now";
    readonly note: string;
  },
): Promise<boolean> => {
  const { place, termId, answer, note } = given;
  const { areaId, personId } = place;
  const before = await findAnswer(tx, { areaId, personId, termId });
  if (before?.answer === answer && before.note === note) return false;
  const version = (before?.version ?? 0) + 1;
  const answeredAt = instantOf(ctx);
  await recordCapacityAnswer(tx, { areaId, personId, termId, answer, note, answeredAt, version });
  await record(ctx, tx, {
    areaId,
    entity: "capacity-answer",
    entityId: `${personId} ${termId}`,
    entityVersion: version,
    kind: `capacity-answered-${answer}`,
  });
  return true;
};

const isSameSupply = (one: Supply, other: Supply): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const sorted = (supply: Supply) =>
  Object.entries(supply).toSorted(([one], [other]) => one.localeCompare(other));

type Wanted = { readonly supply: Supply; readonly answer: "yes" | "maybe"; readonly tied: number };

/** What a yes or a maybe asks of a line: to be as it says and, on a yes, to be good from today. */
const commandsFor = (
  ctx: Context,
  line: CapacityLine,
  { supply, answer, tied }: Wanted,
): readonly CapacityCommand[] => {
  const at = toInstant(ctx.now());
  const goodUntil = usualGoodUntil(line, todayOf(ctx));
  const change: readonly CapacityCommand[] = isSameSupply(line.supply, supply)
    ? []
    : [{ type: "change", at, supply, tied }];
  if (line.state === "indicative") {
    return answer === "maybe" ? change : [...change, { type: "confirm", at, goodUntil }];
  }
  if (answer === "maybe") {
    refuse({ kind: "wrong-state", machine: "capacity", state: line.state, command: "withdraw" });
  }
  const isConfirmedAlready =
    line.state === "firm" && line.confirmedOn === todayOf(ctx) && line.goodUntil === goodUntil;
  return isConfirmedAlready ? change : [...change, { type: "reconfirm", at, goodUntil }];
};

type Begun = {
  readonly place: LeaderPlace;
  readonly term: TermRow;
  readonly supply: Supply;
  readonly answer: "yes" | "maybe";
};

/** Begins a line: as a maybe, which a yes confirms at once. Days below one half-day are refused either way. */
const beginLine = async (ctx: Context, tx: Write, given: Begun): Promise<LineChanged> => {
  const { place, term, supply, answer } = given;
  const { academicYear, season, startsOn, halfOn, endsOn } = term;
  const id = toCapacityLineId(ctx.newId());
  const dates = { academicYear, season, startsOn, halfOn, endsOn };
  const indicated = indicateCapacity({ id, leader: place.personId, term: dates, supply });
  const at = toInstant(ctx.now());
  decideAll(indicated, [{ type: "change", at, supply, tied: 0 }]);
  const goodUntil = usualGoodUntil(indicated, todayOf(ctx));
  const { line, events } = decideAll(
    indicated,
    answer === "yes" ? [{ type: "confirm", at, goodUntil }] : [],
  );
  const { areaId, homeUrn } = place;
  const changedAt = instantOf(ctx);
  await recordNewCapacityLine(tx, line, { areaId, homeUrn, termId: term.id, changedAt });
  await record(ctx, tx, {
    areaId,
    entity: "capacity-line",
    entityId: id,
    entityVersion: 1,
    kind: "capacity-indicated",
    payload: { halfDays: supply.halfDays },
  });
  await recordLineEvents(ctx, tx, { stored: { id, areaId, version: 1 }, events });
  await alignBook(ctx, tx, { line });
  return { id, version: 1, changed: true };
};

const changeExisting = async (
  ctx: Context,
  tx: Write,
  given: Begun & { readonly stored: StoredLine },
): Promise<LineChanged> => {
  const { stored, supply, answer } = given;
  const tied = await tiedNow(ctx, tx, stored.row.id);
  const commands = commandsFor(ctx, toCapacityLine(stored), { supply, answer, tied });
  return applyToLine(ctx, tx, { stored, commands });
};

/**
 * Says yes or maybe to a term, with all that goes with it; a yes is good for six weeks from today. The leader does it, the organisation
 * that looks after the days, or a coordinator on their behalf. Refuses `days-tied` when days that are promised would be taken back,
 * `beyond-release` past what the home school has released, `invalid-input` for what no list holds, `changed-since`.
 */
export const publishCapacity = (
  ctx: Context,
  area: Area,
  input: Publication,
): Promise<LineChanged> =>
  ctx.write(async (tx) => {
    const { personId, termId, version, answer, offering } = input;
    const { place } = await openLeader(ctx, tx, { area, personId });
    authorise(mayPublishCapacity(ctx.actor, place));
    const term = await openTerm(ctx, tx, { area, termId });
    const stored = await findLiveLine(tx, { areaId: area.id, personId, termId });
    if (stored !== undefined) await requireLineVersion(tx, stored.row, version);
    if (stored === undefined && version > 0) refuse({ kind: "not-found" });
    const before = stored?.row.supply;
    await requireOffering(tx, area, { offering, before });
    const supply: Supply = { ...offering, release: before?.release ?? null };
    const doer = forLeader(ctx, place);
    const given = { place, term, supply, answer };
    const done =
      stored === undefined
        ? await beginLine(doer, tx, given)
        : await changeExisting(doer, tx, { ...given, stored });
    await recordExpertise(tx, { areaId: area.id, personId }, supply.areas);
    const answered = await answerTerm(doer, tx, { place, termId, answer, note: "" });
    return { ...done, changed: done.changed || answered };
  });
