import type { MeetingId } from "@alongside/domain/meeting";
import { refuse, type Context } from "../context/index.ts";

/** What a pack goes through, in this order. */
export type PackStep = "facts" | "figures" | "outcomes" | "papers" | "keeping";

type Making = { step: PackStep; isStopped: boolean };

/** The packs that this process is making, for each database that it serves. Nothing of it has to outlive the process. */
const running = new WeakMap<Context["write"], Map<MeetingId, Making>>();

const of = (ctx: Pick<Context, "write">): Map<MeetingId, Making> => {
  const known = running.get(ctx.write);
  if (known !== undefined) return known;
  const fresh = new Map<MeetingId, Making>();
  running.set(ctx.write, fresh);
  return fresh;
};

/** Which step a pack is at; undefined when none is being made for the meeting. */
export const stepOf = (ctx: Pick<Context, "write">, id: MeetingId): PackStep | undefined =>
  of(ctx).get(id)?.step;

/** Has the making of a pack given up before its next step. */
export const stopMaking = (ctx: Pick<Context, "write">, id: MeetingId): boolean => {
  const making = of(ctx).get(id);
  if (making !== undefined) making.isStopped = true;
  return making !== undefined;
};

/** The turn of other requests: whoever looks how far it is, or stops it. */
const otherRequests = (): Promise<void> =>
  new Promise((next) => {
    setImmediate(next);
  });

/**
 * Makes something for a meeting step by step, so that it can be looked at and stopped between two of them. Refuses a second one at the
 * same time (`pack-being-made`), and ends in `pack-stopped` when it was stopped.
 */
export const whileMaking = async <Value>(
  ctx: Pick<Context, "write">,
  id: MeetingId,
  work: (onStep: (step: PackStep) => Promise<void>) => Promise<Value>,
): Promise<Value> => {
  if (of(ctx).has(id)) refuse({ kind: "pack-being-made" });
  const making: Making = { step: "facts", isStopped: false };
  of(ctx).set(id, making);
  try {
    return await work(async (step) => {
      making.step = step;
      await otherRequests();
      if (making.isStopped) refuse({ kind: "pack-stopped" });
    });
  } finally {
    of(ctx).delete(id);
  }
};
