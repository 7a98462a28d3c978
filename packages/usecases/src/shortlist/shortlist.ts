import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { mayTriageNeed } from "@alongside/domain/identity";
import { toReference, type Ask, type Need, type NeedId } from "@alongside/domain/need";
import { defaultFitWeights } from "@alongside/domain/partnership";
import { authorise, refuse, todayOf, type Context } from "../context/index.ts";
import { openNeed, type PlacedNeed } from "../need/place.ts";
import { readMatch, type MatchFacts } from "./facts.ts";
import { rankPairs, type Ranking } from "./rank.ts";

/** What was asked, once it was sent. Refuses `wrong-state` for a draft: its answers may be missing. */
const sentAskOf = (need: Need): Ask => {
  if (need.state === "draft")
    return refuse({ kind: "wrong-state", machine: "need", state: need.state, command: "offer" });
  if (need.state === "on-hold") return need.before.ask;
  return need.state === "closed" ? need.reopensAs.ask : need.ask;
};

export type Match = Ranking & { readonly opened: PlacedNeed; readonly facts: MatchFacts };

type Wanted = {
  readonly needId: NeedId;
  readonly termId?: string | undefined;
  /** Days to look for, where they are not those that the school asked for. */
  readonly halfDays?: number | undefined;
};

/** Ranks the area's leaders for a need as they stand in this read. Refuses whoever may not triage it. */
export const matchNeed = async (
  ctx: Context,
  read: Read,
  given: Wanted & { readonly area: Area },
): Promise<Match> => {
  const { area, needId, termId, halfDays } = given;
  const opened = await openNeed(ctx, read, { area, id: needId });
  authorise(mayTriageNeed(ctx.actor, opened.place));
  const sent = sentAskOf(opened.row.need);
  const ask = halfDays === undefined ? sent : { ...sent, halfDays };
  const facts = await readMatch(ctx, read, { area, needId, ask, termId });
  // Nobody's work has been judged yet, so that the track record can neither help nor harm.
  const weights = { ...defaultFitWeights, ...facts.weights, impact: 0 };
  return { opened, facts, ...rankPairs(facts.pairs, weights) };
};

const bandOf = (need: Need) => ("band" in need ? need.band : null);

/** The ranked shortlist of a need for a term, with every rule and every part of the score in words, and who is left out by which rule. */
export const shortlistFor = async (ctx: Context, area: Area, wanted: Wanted) => {
  const { opened, facts, ranked, excluded } = await matchNeed(ctx, ctx.read, { ...wanted, area });
  const { row } = opened;
  const ask = sentAskOf(row.need);
  const { school, zones, term, terms, labelOf, withoutDays } = facts;
  return {
    need: {
      id: row.id,
      version: row.version,
      reference: row.number === null ? null : toReference(row.number),
      state: row.state,
      isUrgent: row.isUrgent,
      band: bandOf(row.need),
      halfDays: ask.halfDays,
      earliest: ask.earliest,
      primaryArea: labelOf("expertise", ask.primaryArea),
      otherAreas: ask.otherAreas.map((code) => labelOf("expertise", code)),
      school: { urn: school.urn, name: school.name, phase: school.phase },
      zones: zones.map(({ name }) => name),
    },
    /** Only an open need can be offered. */
    mayOffer: row.state === "open",
    today: todayOf(ctx),
    term,
    terms,
    ranked,
    excluded,
    withoutDays,
  };
};

export type Shortlist = Awaited<ReturnType<typeof shortlistFor>>;
