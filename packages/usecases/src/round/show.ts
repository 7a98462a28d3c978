import type { Area } from "@alongside/db/views/area";
import { listOpenZonesOfArea } from "@alongside/db/views/identity-place";
import { namesOf } from "@alongside/db/views/need";
import { findFitWeights } from "@alongside/db/views/partnership";
import { listNeedNames } from "@alongside/db/views/round-facts";
import {
  listPanelAnswers,
  listPanelOf,
  listRoundOffers,
  listRuns,
  roundTimeline,
} from "@alongside/db/views/round";
import { defaultFitWeights } from "@alongside/domain/partnership";
import type { RoundId } from "@alongside/domain/round";
import type { Context } from "../context/index.ts";
import { zoneNamesOf } from "./list.ts";
import { proposedOf } from "./panel.ts";
import { openRound } from "./place.ts";
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
    lost: offers.filter(
      ({ state, needState }) =>
        ["declined", "expired", "withdrawn"].includes(state) && needState === "open",
    ).length,
  };
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
  const [zones, runs, panel, answers, moments, weights, offers, decided] = await Promise.all([
    listOpenZonesOfArea(ctx.read, area.id),
    listRuns(ctx.read, id),
    listPanelOf(ctx.read, area.id, round.scope.zones),
    listPanelAnswers(ctx.read, id),
    roundTimeline(ctx.read, id),
    findFitWeights(ctx.read, area.id),
    offerCounts(ctx, id),
    handMade(ctx, area, id),
  ]);
  const proposed = proposedOf(stored) ?? null;
  return {
    id,
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
    timeline: moments.map(({ at, kind, by, payload }) => ({
      at,
      kind,
      by,
      words: wordsIn(payload),
    })),
  };
};

const isFacts = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** The reason or words that were given with an event, where there were any. */
const wordsIn = (payload: string | null): string => {
  const facts: unknown = payload === null ? null : JSON.parse(payload);
  if (!isFacts(facts)) return "";
  const { reason, words, note, change } = facts;
  const said = [words, reason, note, isFacts(change) ? change["reason"] : ""];
  return said.find((each): each is string => typeof each === "string" && each !== "") ?? "";
};
