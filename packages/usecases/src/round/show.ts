import type { Area } from "@alongside/db/views/area";
import { listOpenZonesOfArea } from "@alongside/db/views/identity-place";
import { namesOf } from "@alongside/db/views/need";
import { findFitWeights, type TermRow } from "@alongside/db/views/partnership";
import { listNeedNames } from "@alongside/db/views/round-facts";
import {
  listPanelAnswers,
  listPanelOf,
  listRoundOffers,
  listRuns,
} from "@alongside/db/views/round";
import { londonDateOf } from "@alongside/domain/calendar";
import type { IsoDate } from "@alongside/domain/school";
import { defaultFitWeights } from "@alongside/domain/partnership";
import { panelDaysOf, planWantedBy, type Round, type RoundId } from "@alongside/domain/round";
import { todayOf, type Context } from "../context/index.ts";
import { zoneNamesOf } from "./list.ts";
import { answerDay, proposedOf } from "./proposed.ts";
import { listMoments } from "./moments.ts";
import { openRound } from "./place.ts";
import { isLost } from "./sent.ts";
import { isSolving } from "./solving.ts";

const handMade = async (ctx: Context, area: Area, id: RoundId) => {
  const { row } = await openRound(ctx, ctx.read, { area, id });
  const { pins, forbids } = row.round.choices;
  const all = [...pins, ...forbids];
  const [needs, people] = await Promise.all([
    listNeedNames(
      ctx.read,
      area.id,
      all.map(({ need }) => need),
    ),
    namesOf(
      ctx.read,
      all.map(({ leader }) => leader),
    ),
  ]);
  const schools = new Map(needs.map(({ id: need, school }) => [need, school]));
  const named = (list: typeof all) =>
    list.map(({ need, leader, reason }) => ({
      need,
      leader,
      reason,
      school: schools.get(need) ?? "",
      name: people.get(leader) ?? "",
    }));
  return { pins: named([...pins]), forbids: named([...forbids]) };
};

const offerCounts = async (ctx: Context, id: RoundId) => {
  const offers = await listRoundOffers(ctx.read, id);
  const of = (...states: readonly string[]) =>
    offers.filter(({ state }) => states.includes(state)).length;
  return {
    sent: offers.length,
    waiting: of("sent", "accepted", "released"),
    confirmed: of("confirmed"),
    /** When the first of the answers that are awaited is due. */
    due:
      offers.flatMap(({ dueAt }) => (dueAt === null ? [] : londonDateOf(dueAt))).toSorted()[0] ??
      null,
    lost: offers.filter(isLost).length,
  };
};

/** By when somebody has to act: the day that the panel was given, the earliest answer that is awaited, or the day by which a plan, or what mends it, is wanted. */
const dueOf = (
  round: Round,
  given: {
    readonly term: TermRow;
    readonly today: IsoDate;
    readonly answerBy: IsoDate | null;
    readonly offers: Awaited<ReturnType<typeof offerCounts>>;
  },
): IsoDate | null => {
  if (round.state === "closed" || round.state === "dropped") return null;
  if (given.answerBy !== null) return given.answerBy;
  const { term, today, offers } = given;
  return round.state === "published" && offers.lost === 0 ? offers.due : planWantedBy(term, today);
};

/** Who asked for another plan last, than which run, and why. */
const sentBackIn = (answers: Awaited<ReturnType<typeof listPanelAnswers>>) => {
  const last = answers.find(({ answer }) => answer === "ask-again");
  return last === undefined ? null : { run: last.run, by: last.name, words: last.note };
};

/** A round's own page: where it stands, its runs, what people decided, the panel, its offers and what happened. */
export const getRound = async (ctx: Context, area: Area, id: RoundId) => {
  const stored = await openRound(ctx, ctx.read, { area, id });
  const { row, term } = stored;
  const { round } = row;
  const [zones, runs, panel, answers, timeline, weights, offers, decided] = await Promise.all([
    listOpenZonesOfArea(ctx.read, area.id),
    listRuns(ctx.read, id),
    listPanelOf(ctx.read, area.id, round.scope.zones),
    listPanelAnswers(ctx.read, id),
    listMoments(ctx, area, id),
    findFitWeights(ctx.read, area.id),
    offerCounts(ctx, id),
    handMade(ctx, area, id),
  ]);
  const proposed = proposedOf(stored) ?? null;
  const answerBy = answerDay(stored);
  const today = todayOf(ctx);
  return {
    id,
    today,
    due: dueOf(round, { term, today, offers, answerBy }),
    answerBy,
    panelDays: panelDaysOf(term, today),
    name: row.name,
    version: row.version,
    state: row.state,
    term,
    zones: zoneNamesOf(round, zones),
    needs: round.scope.needs.length,
    leaders: round.scope.lines.length,
    isSolving: isSolving(ctx, id),
    runs,
    proposed,
    dropReason: round.state === "dropped" ? round.reason : null,
    sentBack: round.state === "solved" && proposed === null ? sentBackIn(answers) : null,
    ...decided,
    weights: {
      own: round.choices.weights,
      partnership: { ...defaultFitWeights, ...weights?.weights },
    },
    panel: panel.map(({ personId, name }) => ({
      name,
      answer:
        answers.find((each) => each.personId === personId && each.run === proposed)?.answer ?? null,
      note: answers.find((each) => each.personId === personId && each.run === proposed)?.note ?? "",
    })),
    offers,
    timeline,
  };
};
