import { createHash } from "node:crypto";
import { recordMeetingChange, recordPack, recordPackIssued } from "@alongside/db/stores/meeting";
import type { Area } from "@alongside/db/views/area";
import { findRegisterSource } from "@alongside/db/views/home";
import {
  findChainHead,
  findPack,
  listActions,
  listDecisions,
  listPacks,
} from "@alongside/db/views/meeting";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import {
  isCarriedTo,
  isOverdue,
  issuePack,
  moveMeeting,
  nextPack,
  type MeetingId,
  type PackContent,
} from "@alongside/domain/meeting";
import { freezeFigures } from "../board/index.ts";
import {
  authorise,
  found,
  instantOf,
  orRefuse,
  refuse,
  todayOf,
  type Context,
} from "../context/index.ts";
import { mailMembers } from "./mail.ts";
import { stepOf, stopMaking, whileMaking, type PackStep } from "./making.ts";
import { openMeeting, openMeetingToKeep, tell, type OpenedMeeting } from "./place.ts";
import { remitWords } from "./remit.ts";

/** The fingerprint of a pack's words: SHA-256 over what is kept. */
export const fingerprint = (content: string): string =>
  createHash("sha256").update(content).digest("hex");

const numbersOf = (
  packs: readonly { readonly number: number; readonly issuedAt: string | null }[],
) => packs.map(({ number, issuedAt }) => ({ number, isIssued: issuedAt !== null }));

/** What the body itself has to say: actions that come again, and what it has decided. */
const papersOf = async (ctx: Context, { row }: OpenedMeeting) => {
  const [actions, decisions] = await Promise.all([
    listActions(ctx.read, [row.bodyId]),
    listDecisions(ctx.read, [row.bodyId]),
  ]);
  const today = todayOf(ctx);
  return {
    carried: actions
      .filter((stored) => isCarriedTo(stored.row, row.date))
      .map((stored) => ({
        text: stored.row.text,
        owner: stored.owner,
        dueOn: stored.row.dueOn,
        setOn: stored.row.setOn,
        isOverdue: isOverdue(stored.row, today),
      })),
    decisions: decisions
      .filter(({ on }) => on < row.date)
      .map(({ row: { number, text, reason, ground }, on }) => ({
        number,
        on,
        text,
        reason,
        ground,
      })),
  };
};

type OnStep = (step: PackStep) => Promise<void>;

type Frozen = { readonly opened: OpenedMeeting; readonly onStep: OnStep };

type Told = Pick<PackContent, "figures" | "outcomes"> & {
  readonly named: Pick<PackContent, "zones" | "areas" | "terms">;
};

/** Everything that a pack says, word for word. A register that was read later is not what it rests on. */
export const contentOf = async (
  ctx: Context,
  area: Area,
  { opened, told }: { readonly opened: OpenedMeeting; readonly told: Told },
): Promise<string> => {
  const { named, figures, outcomes } = told;
  const { row, body } = opened;
  const [papers, register, head] = await Promise.all([
    papersOf(ctx, opened),
    findRegisterSource(ctx.read, area.laCodes),
    findChainHead(ctx.read),
  ]);
  const { date, time, place, agenda } = row;
  const content: PackContent = {
    format: 1,
    frozenAt: toInstant(ctx.now()),
    area: area.name,
    body: body.row.name,
    remit: remitWords(body.row.remit, named.zones),
    meeting: { date, time, place, agenda },
    ...named,
    figures,
    outcomes,
    ...papers,
    register: register !== undefined && register.asOf <= todayOf(ctx) ? register : null,
    chain: found(head),
  };
  return JSON.stringify(content);
};

const freeze = async (ctx: Context, area: Area, { opened, onStep }: Frozen) => {
  const { published, ...told } = await freezeFigures(ctx, area, onStep);
  await onStep("papers");
  return { content: await contentOf(ctx, area, { opened, told }), published };
};

/**
 * Freezes the pack of a meeting that is to come: figures as the board may see them, papers and the head of the audit chain, kept word
 * for word under a fingerprint. Made again as often as it takes until one is issued. Refuses `pack-issued`, `pack-being-made`, and
 * `pack-stopped` when somebody stopped it.
 */
export const makePack = async (
  ctx: Context,
  area: Area,
  input: { readonly id: MeetingId },
): Promise<{ readonly number: number }> => {
  const opened = await openMeeting(ctx, ctx.read, { area, id: input.id });
  authorise(opened.body.mayKeep);
  orRefuse(moveMeeting(opened.row.state, "make-pack"));
  orRefuse(nextPack(numbersOf(await listPacks(ctx.read, [opened.row.id]))));
  return whileMaking(ctx, opened.row.id, async (onStep) => {
    const { content, published } = await freeze(ctx, area, { opened, onStep });
    await onStep("keeping");
    return ctx.write(async (tx) => {
      const { row } = await openMeetingToKeep(ctx, tx, { area, id: input.id });
      orRefuse(moveMeeting(row.state, "make-pack"));
      const number = orRefuse(nextPack(numbersOf(await listPacks(tx, [row.id]))));
      const hash = fingerprint(content);
      const frozenAt = instantOf(ctx);
      const madeBy = ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind;
      const { areaId, bodyId } = row;
      await recordPack(tx, {
        id: ctx.newId(),
        areaId,
        bodyId,
        meetingId: row.id,
        number,
        content,
        hash,
        published,
        frozenAt,
        madeBy,
      });
      await recordMeetingChange(tx, row, { changedAt: frozenAt });
      const version = row.version + 1;
      const payload = { number, hash };
      await tell(ctx, tx, {
        area,
        entity: "meeting",
        id: row.id,
        version,
        kind: "pack-made",
        payload,
      });
      return { number };
    });
  });
};

/** How far the making of a pack is. */
export const packProgress = async (
  ctx: Context,
  area: Area,
  input: { readonly id: MeetingId },
): Promise<{ readonly step: PackStep | null }> => {
  const { row } = await openMeeting(ctx, ctx.read, { area, id: input.id });
  return { step: stepOf(ctx, row.id) ?? null };
};

/** Stops the making of a pack before its next step: nothing is kept. */
export const stopPack = async (
  ctx: Context,
  area: Area,
  input: { readonly id: MeetingId },
): Promise<{ readonly wasMade: boolean }> => {
  const { row, body } = await openMeeting(ctx, ctx.read, { area, id: input.id });
  authorise(body.mayKeep);
  return { wasMade: stopMaking(ctx, row.id) };
};

/** Issues the newest pack of a meeting to its people. From then on it is fixed, and no other is made. */
export const sendPack = (
  ctx: Context,
  area: Area,
  input: { readonly id: MeetingId; readonly number: number },
): Promise<{ readonly number: number }> =>
  ctx.write(async (tx) => {
    const { row, body } = await openMeetingToKeep(ctx, tx, { area, id: input.id });
    orRefuse(moveMeeting(row.state, "issue-pack"));
    const packs = await listPacks(tx, [row.id]);
    const pack = found(packs.find(({ number }) => number === input.number));
    const number = orRefuse(issuePack(numbersOf(packs), input.number));
    const issuedAt = instantOf(ctx);
    const issuedBy = ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind;
    await recordPackIssued(tx, pack.id, { issuedAt, issuedBy });
    await recordMeetingChange(tx, row, { changedAt: issuedAt });
    const version = row.version + 1;
    const payload = { number, hash: pack.hash };
    await tell(ctx, tx, {
      area,
      entity: "meeting",
      id: row.id,
      version,
      kind: "pack-issued",
      payload,
    });
    const template = "board-pack-to-read";
    await mailMembers(ctx, tx, {
      area,
      body,
      meetingId: row.id,
      template,
      below: `/pack/${number}`,
    });
    return { number };
  });

/** Guarantee: the words are those that `freeze` wrote, which the fingerprint beside them holds to. */
const toContent = (content: string): PackContent => JSON.parse(content) as PackContent;

/**
 * A pack as it was frozen. One that was not issued is read by those who keep the papers; for everybody else it is not there.
 * `isWhole` is false when its words are no longer those of its fingerprint.
 */
export const getPack = async (
  ctx: Context,
  area: Area,
  input: { readonly id: MeetingId; readonly number: number },
) => {
  const { row, body } = await openMeeting(ctx, ctx.read, { area, id: input.id });
  const pack = found(await findPack(ctx.read, row.id, input.number));
  if (pack.issuedAt === null && !body.mayKeep) refuse({ kind: "not-found" });
  const { number, hash, issuedAt } = pack;
  const isWhole = fingerprint(pack.content) === hash;
  return { meetingId: row.id, number, hash, issuedAt, isWhole, ...toContent(pack.content) };
};

export type ShownPack = Awaited<ReturnType<typeof getPack>>;
