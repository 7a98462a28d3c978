import type { Area } from "@alongside/db/views/area";
import { findAnswer, findLiveLine, listLinesOfLeader } from "@alongside/db/views/capacity";
import { listExpertise } from "@alongside/db/views/leader";
import { listTerms } from "@alongside/db/views/partnership";
import { findSchool } from "@alongside/db/views/school";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { freeHalfDays, type Supply } from "@alongside/domain/capacity";
import { isLeaderSelf, mayPublishCapacity, type PersonId } from "@alongside/domain/identity";
import type { Phase } from "@alongside/domain/school";
import { found, todayOf, type Context } from "../context/index.ts";
import { openLeader } from "../leader/place.ts";
import { tiedHalfDays } from "@alongside/domain/capacity";
import { readBalances } from "./ledger.ts";
import { pickTerm } from "./list.ts";
import type { Offering } from "./offering.ts";

const everyWeekday = [1, 2, 3, 4, 5];
const usualKm = 25;

/** What the form starts from where nothing was said yet: the last term's days, or the leader's own areas and phase. */
const startOf = (
  last: Supply | undefined,
  known: { readonly areas: Offering["areas"]; readonly phase: Phase | undefined },
): Offering => {
  if (last !== undefined) {
    const { release: _release, ...offering } = last;
    return { ...offering, blackouts: [] };
  }
  return {
    halfDays: 0,
    earlyHalfDays: 0,
    lateHalfDays: 0,
    weekdays: everyWeekday,
    blackouts: [],
    areas: known.areas,
    phases: known.phase === undefined ? [] : [known.phase],
    modes: [],
    zones: [],
    mostKm: usualKm,
    mostSchools: 1,
  };
};

/**
 * A leader's term to answer: what was said, or what to start from, and what the book has tied. Refuses `not-found` to whoever may not see
 * the leader or may not publish for them.
 */
export const getCapacityEditor = async (
  ctx: Context,
  area: Area,
  input: { readonly personId: PersonId; readonly termId?: string | undefined },
) => {
  const { personId } = input;
  const { row: leader, place } = await openLeader(ctx, ctx.read, { area, personId });
  found(mayPublishCapacity(ctx.actor, place) ? place : undefined);
  const today = todayOf(ctx);
  const terms = await listTerms(ctx.read, area.id);
  const term = pickTerm(terms, { termId: input.termId, today });
  const named = { areaId: area.id, personId, termId: term.id };
  const at = toInstant(ctx.now());
  const [stored, answer, earlier, expertise, home] = await Promise.all([
    findLiveLine(ctx.read, named),
    findAnswer(ctx.read, named),
    listLinesOfLeader(ctx.read, { areaId: area.id, personId, at }),
    listExpertise(ctx.read, area.id, [personId]),
    findSchool(ctx.read, leader.homeUrn),
  ]);
  const last = earlier.find((each) => each.term.startsOn <= term.startsOn)?.row.supply;
  const areas = expertise.map(({ code, level, evidence }) => ({ area: code, level, evidence }));
  const balances = stored === undefined ? undefined : await readBalances(ctx.read, stored.row.id);
  return {
    leader: { personId, name: leader.name, homeSchool: leader.homeSchool },
    isSelf: isLeaderSelf(ctx.actor, place),
    term,
    today,
    answer: answer?.answer ?? null,
    line:
      stored === undefined
        ? null
        : {
            id: stored.row.id,
            version: stored.row.version,
            state: stored.row.state,
            confirmedOn: stored.row.confirmedOn,
            goodUntil: stored.row.goodUntil,
            release: stored.row.supply.release,
          },
    offering: stored?.row.supply ?? startOf(last, { areas, phase: home?.phase }),
    tied: balances === undefined ? 0 : tiedHalfDays(balances, at),
    free: balances === undefined ? 0 : freeHalfDays(balances, at, "any"),
  };
};
