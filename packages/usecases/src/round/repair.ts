import type { Area } from "@alongside/db/views/area";
import type { StoredRound } from "@alongside/db/views/round";
import type { Context } from "../context/index.ts";
import { engine, type EngineAnswer } from "../engine/index.ts";
import { findBroken, type Broken } from "./broken.ts";

/** What came to nothing, and what the engine would do about it. */
export type Mended = Broken & { readonly answer: EngineAnswer };

/** Some five seconds of a usual processor. Counted, not timed, so that the same repair is found when it is accepted. */
const mostWork = 5_000_000;

/** A repair of a round that may have been decided otherwise since: what is out or was said yes to stays. */
export const repairTask = ({ mending, previous }: Broken, round: string) =>
  ({ kind: "repair", round, previous: previous.plan, work: mostWork, ...mending }) as const;

const mend = async (broken: Broken): Promise<Mended> => ({
  ...broken,
  answer: await engine.answer(repairTask(broken, broken.frozen.text)),
});

/** What would make up for the offers that came to nothing, as things stand; undefined while none has. */
export const proposedRepair = async (
  ctx: Context,
  given: { readonly area: Area; readonly stored: StoredRound },
): Promise<Mended | undefined> => {
  const broken = await findBroken(ctx, ctx.read, given);
  return broken === undefined ? undefined : mend(broken);
};

/** What the repair would send: leads at needs that no offer is out for. */
export const newPlacements = (mended: Mended) => {
  const out = new Set<string>(mended.live.map(({ needId }) => needId));
  return mended.answer.plan.assignments.filter(({ request }) => !out.has(request));
};
