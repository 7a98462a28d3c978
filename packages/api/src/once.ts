import { digestOf, once, within, type Context } from "@alongside/usecases/context";
import type { ProcedurePath } from "./policy.ts";

/**
 * What must not happen twice: every procedure of an area that begins a record, or says yes for somebody. A second sending of
 * anything else is refused by the version that it saw, or leaves things as they are. Offers, visits and readings keep their keys in the
 * use case, for other doors lead there too.
 */
const onceOnly = [
  "capacity.decline",
  "capacity.publish",
  "capacity.reconfirm",
  "codeList.add",
  "concern.raise",
  "concern.sendAgain",
  "conflict.declare",
  "conflict.raise",
  "deployment.amend",
  "deployment.issue",
  "deployment.sign",
  "impact.answerFollowUp",
  "impact.consent",
  "impact.evaluate",
  "impact.review",
  "impact.writeCaseStudy",
  "invitation.send",
  "invitation.sendMany",
  "leader.add",
  "leader.addDesignation",
  "meeting.addBody",
  "meeting.approve",
  "meeting.decide",
  "meeting.giveSeat",
  "meeting.issuePack",
  "meeting.plan",
  "meeting.setAction",
  "meeting.writeMinutes",
  "menu.answer",
  "menu.ask",
  "menu.publish",
  "need.answer",
  "need.begin",
  "need.question",
  "need.save",
  "need.submit",
  "need.triage",
  "offer.remind",
  "organisation.add",
  "person.giveRole",
  "queue.remind",
  "queue.saveView",
  "rate.add",
  "review.agree",
  "review.begin",
  "review.beginNeed",
  "round.answer",
  "round.create",
  "round.noteAgreement",
  "round.propose",
  "round.publish",
  "shortlist.rank",
  "shortlist.send",
  "shortlist.setAside",
  "survey.send",
  "survey.write",
  "visit.agree",
  "visit.amend",
  "visit.markInaccurate",
  "zone.addPanelMember",
  "zone.assignCoordinator",
  "zone.create",
] as const satisfies readonly ProcedurePath[];

/** Those whose use case keeps the key itself. */
const onceInUseCase = [
  "impact.addReading",
  "offer.accept",
  "offer.answer",
  "offer.ask",
  "offer.confirm",
  "offer.decline",
  "offer.keep",
  "offer.propose",
  "offer.release",
  "offer.send",
  "offer.take",
  "offer.withdraw",
  "visit.plan",
  "visit.record",
] as const satisfies readonly ProcedurePath[];

/** Those that think for seconds before they write, outside of the gate: a second sending is refused by the version that it saw. */
export const thinksFirst: ReadonlySet<string> = new Set<ProcedurePath>(["round.acceptRepair"]);

const kept: ReadonlySet<string> = new Set(onceOnly);

/** Every path at which a key makes five sendings one. */
export const keyedPaths: ReadonlySet<string> = new Set([...onceOnly, ...onceInUseCase]);

/** Whether the key is kept here, and not in the use case. */
export const isKeptHere = (path: string): boolean => kept.has(path);

/** What a request is about: a key that comes again with other words is another request. */
export const aboutOf = (path: string, input: unknown): string => `${path} ${digestOf(input)}`;

/**
 * Runs a procedure inside one transaction with the reply under its key: both are written, or neither is. Sent again, it is answered as the
 * first one was and nothing is done.
 */
export const runOnce = async <Ctx extends Context, Value>(
  ctx: Ctx,
  request: { readonly key: string; readonly about: string },
  run: (ctx: Ctx) => Promise<Value>,
): Promise<Value> => {
  const { value } = await ctx.write((tx) =>
    once(ctx, tx, { ...request, work: async () => ({ value: await run(within(ctx, tx)) }) }),
  );
  return value;
};
