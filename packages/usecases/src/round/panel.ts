import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { clearPanelAnswers, recordPanelAnswer } from "@alongside/db/stores/round";
import {
  findRound,
  findRun,
  listPanelAnswers,
  listPanelOf,
  listRounds,
  type StoredRound,
} from "@alongside/db/views/round";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { mayAnswerRound, type PersonId } from "@alongside/domain/identity";
import {
  hasPanelAgreed,
  isPanelDay,
  panelDaysOf,
  type PanelAnswer,
  type RoundId,
} from "@alongside/domain/round";
import type { IsoDate } from "@alongside/domain/school";
import type { Read } from "@alongside/db";
import { found, instantOf, record, refuse, todayOf, type Context } from "../context/index.ts";
import { toDateWords } from "../words/index.ts";
import { mailPanel, mailProposer, mailTakenBack } from "./panel-mail.ts";
import { answerDay, proposedOf } from "./proposed.ts";
import { bandsOf } from "./plan.ts";
import { pictureRun } from "./picture.ts";
import {
  applyToRound,
  changeRound,
  openRound,
  requireRoundVersion,
  type RoundChanged,
  type RoundSeen,
} from "./place.ts";

/** The day that was chosen to answer by, or the one that is proposed. Refuses a day that is past or after the plan is wanted, by its field. */
const answerDayOf = (ctx: Context, { term }: StoredRound, chosen: IsoDate | undefined): IsoDate => {
  const days = panelDaysOf(term, todayOf(ctx));
  const day = chosen ?? days.proposed;
  if (isPanelDay(days, day)) return day;
  const words = `Choose a day from ${toDateWords(days.first)} to ${toDateWords(days.last)}`;
  return refuse({ kind: "invalid-input", fields: { answerBy: words } });
};

/**
 * Asks the panel about one run, afresh if it was asked before, and writes to its members by when. Refuses `no-such-run`, `invalid-input` for a
 * day out of reach, and `wrong-state` unless the round is solved.
 */
export const proposeRun = (
  ctx: Context,
  area: Area,
  input: RoundSeen & { readonly run: number; readonly answerBy?: IsoDate | undefined },
): Promise<RoundChanged> =>
  changeRound(ctx, area, {
    seen: input,
    commandFor: async (stored, tx) => {
      const { id, run } = input;
      const answerBy = answerDayOf(ctx, stored, input.answerBy);
      await clearPanelAnswers(tx, { roundId: id, run });
      const { round } = stored.row;
      await mailPanel(ctx, tx, { area, round, template: "round-to-answer", due: answerBy });
      return { type: "propose", at: toInstant(ctx.now()), run, answerBy };
    },
  });

/** Takes a proposal or an agreement back, with the reason: the round can be changed again, and its panel is told. */
export const takeBackProposal = (
  ctx: Context,
  area: Area,
  input: RoundSeen & { readonly reason: string },
): Promise<RoundChanged> =>
  changeRound(ctx, area, {
    seen: input,
    commandFor: async (stored, tx) => {
      await mailTakenBack(ctx, tx, { area, stored });
      return { type: "ask-again", at: toInstant(ctx.now()), reason: input.reason };
    },
  });

/** Writes down that the panel agreed where it met, in the words of whoever was there. Refuses `not-proposed` and `words-needed`. */
export const noteAgreement = (
  ctx: Context,
  area: Area,
  input: RoundSeen & { readonly run: number; readonly words: string },
): Promise<RoundChanged> =>
  ctx.write(async (tx) => {
    if (input.words.trim() === "") refuse({ kind: "words-needed", field: "text" });
    const stored = await openRound(ctx, tx, { area, id: input.id });
    await requireRoundVersion(tx, stored.row, input.version);
    const command = { type: "agree", at: toInstant(ctx.now()), run: input.run } as const;
    const facts = { words: input.words.trim() };
    return applyToRound(ctx, tx, { area, stored, command, facts });
  });

/** What the actor, as a member of the panel, was asked: the round and its panel. Anybody else's answers `not-found`. */
const openProposal = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Area; readonly id: RoundId },
) => {
  const { area, id } = given;
  const stored = found(await findRound(read, area.id, id));
  const panel = await listPanelOf(read, area.id, stored.row.round.scope.zones);
  const members = panel.map(({ personId }) => personId);
  found(mayAnswerRound(ctx.actor, { areaId: area.id }, members) ? stored : undefined);
  const run = found(proposedOf(stored));
  return { stored, members, run };
};

const meOf = (ctx: Context): PersonId =>
  ctx.actor.kind === "person" ? ctx.actor.personId : refuse({ kind: "sign-in-required" });

/**
 * The plan that the panel was asked about, without a name: phase, zone and area of expertise of each need, and of each leader the zone
 * (Product rules, §3: graded disclosure). For members of the panel alone.
 */
export const showProposal = async (ctx: Context, area: Area, id: RoundId) => {
  const { stored, run, members } = await openProposal(ctx, ctx.read, { area, id });
  const [row, answers] = await Promise.all([
    findRun(ctx.read, id, run),
    listPanelAnswers(ctx.read, id),
  ]);
  const picture = await pictureRun(ctx.read, area, found(row));
  const { plan, need, leader } = picture;
  const leadOf = new Map(plan.assignments.map((each) => [each.request, each.provider]));
  const lines = picture.problem.requests
    .map(({ id: request }) => {
      const { phase, zone, expertise, band } = need(request);
      const provider = leadOf.get(request);
      const from = provider === undefined ? null : leader(provider).zone;
      return { phase, zone, expertise, band, from };
    })
    .toSorted((one, other) => one.band - other.band || one.zone.localeCompare(other.zone));
  const own = answers.find((each) => each.run === run && each.personId === meOf(ctx));
  return {
    round: { id, name: stored.row.name, state: stored.row.state },
    version: stored.row.version,
    run,
    today: todayOf(ctx),
    answerBy: answerDay(stored),
    term: stored.term,
    bands: bandsOf(picture),
    isProved: picture.run.isProved,
    lines: lines.map((line, index) => ({ ...line, number: index + 1 })),
    members: members.length,
    agreed: answers.filter((each) => each.run === run && each.answer === "agree").length,
    mine: own === undefined ? null : { answer: own.answer, note: own.note },
    mayAnswer: stored.row.state === "solved",
  };
};

type Answered = RoundSeen & {
  readonly run: number;
  readonly answer: PanelAnswer;
  readonly note: string;
};

const settle = async (
  ctx: Context,
  tx: Write,
  given: { area: Area; stored: StoredRound; members: readonly PersonId[]; input: Answered },
) => {
  const { area, stored, members, input } = given;
  const { run, answer, note } = input;
  const { round } = stored.row;
  const at = toInstant(ctx.now());
  if (answer === "ask-again") {
    const command = { type: "ask-again", at, reason: note } as const;
    await mailProposer(ctx, tx, { area, round, template: "round-to-change" });
    await mailTakenBack(ctx, tx, { area, stored });
    return applyToRound(ctx, tx, { area, stored, command });
  }
  const answers = await listPanelAnswers(tx, stored.row.id);
  const agreed = answers
    .filter((each) => each.run === run && each.answer === "agree")
    .map(({ personId }) => personId);
  if (!hasPanelAgreed(members, agreed)) {
    const { id, version, state } = stored.row;
    return { id, version, state };
  }
  await mailProposer(ctx, tx, { area, round, template: "round-to-publish" });
  return applyToRound(ctx, tx, { area, stored, command: { type: "agree", at, run } });
};

/**
 * A member of the panel agrees to the run that was proposed, or asks for another with a reason. The last member's yes agrees the round; one
 * member's question takes it back to be solved again. Refuses `not-proposed` for any other run and `words-needed`.
 */
export const answerProposal = (ctx: Context, area: Area, input: Answered): Promise<RoundChanged> =>
  ctx.write(async (tx) => {
    const { id, run, answer, note } = input;
    const { stored, members, run: proposed } = await openProposal(ctx, tx, { area, id });
    const { row } = stored;
    if (row.round.state !== "solved")
      return refuse({ kind: "wrong-state", machine: "round", state: row.state, command: "agree" });
    if (run !== proposed) return refuse({ kind: "not-proposed", run, proposed });
    const personId = meOf(ctx);
    const answeredAt = instantOf(ctx);
    await recordPanelAnswer(tx, { roundId: id, run, personId, answer, note, answeredAt });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "round",
      entityId: id,
      entityVersion: row.version,
      kind: "round-panel-answered",
      payload: { run, answer, note },
    });
    return settle(ctx, tx, { area, stored, members, input });
  });

type Asked = {
  readonly id: RoundId;
  readonly name: string;
  readonly isWaiting: boolean;
  readonly answerBy: IsoDate | null;
};

/** The rounds that the actor is or was asked about as a member of a panel; `isWaiting` for an answer that is still to come, by `answerBy`. */
export const listProposals = async (ctx: Context, area: Area) => {
  if (ctx.actor.kind !== "person") return [];
  const mine: Asked[] = [];
  for (const stored of await listRounds(ctx.read, area.id)) {
    const run = proposedOf(stored);
    if (run === undefined) continue;
    const { id, name, state, round } = stored.row;
    const panel = await listPanelOf(ctx.read, area.id, round.scope.zones);
    const members = panel.map(({ personId }) => personId);
    if (!mayAnswerRound(ctx.actor, { areaId: area.id }, members)) continue;
    const answers = state === "solved" ? await listPanelAnswers(ctx.read, id) : [];
    const isSilent = answers.every((each) => each.run !== run || each.personId !== meOf(ctx));
    const isWaiting = state === "solved" && isSilent;
    mine.push({ id, name, isWaiting, answerBy: isWaiting ? answerDay(stored) : null });
  }
  return mine;
};
