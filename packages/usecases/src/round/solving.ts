import type { Progress } from "@alongside/matching";
import type { RoundId } from "@alongside/domain/round";
import type { Context } from "../context/index.ts";
import { newStopFlag, type StopFlag } from "../engine/index.ts";

type Solving = { readonly stop: StopFlag; progress: Progress | undefined };

/** The rounds that this process is solving, for each database that it serves. Nothing of it has to outlive the process. */
const running = new WeakMap<Context["write"], Map<RoundId, Solving>>();

const of = (ctx: Pick<Context, "write">): Map<RoundId, Solving> => {
  const known = running.get(ctx.write);
  if (known !== undefined) return known;
  const fresh = new Map<RoundId, Solving>();
  running.set(ctx.write, fresh);
  return fresh;
};

export const isSolving = (ctx: Pick<Context, "write">, id: RoundId): boolean => of(ctx).has(id);

/** How far the solving of a round has come; undefined when it is not being solved. */
export const progressOf = (ctx: Pick<Context, "write">, id: RoundId) => of(ctx).get(id);

/** Does work under the name of a round, which can be looked at and stopped meanwhile. */
export const whileSolving = async <Value>(
  ctx: Pick<Context, "write">,
  id: RoundId,
  work: (given: {
    readonly stop: StopFlag;
    readonly onProgress: (progress: Progress) => void;
  }) => Promise<Value>,
): Promise<Value> => {
  const solving: Solving = { stop: newStopFlag(), progress: undefined };
  of(ctx).set(id, solving);
  try {
    return await work({
      stop: solving.stop,
      onProgress: (progress) => {
        solving.progress = progress;
      },
    });
  } finally {
    of(ctx).delete(id);
  }
};
