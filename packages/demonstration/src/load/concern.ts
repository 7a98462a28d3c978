import { recordNewConcern } from "@alongside/db/stores/concern";
import { decideConcern, evolveConcern, type ConcernEvent } from "@alongside/domain/concern";
import { toLoggedConcern } from "@alongside/usecases/concern";
import { record, type Context } from "@alongside/usecases/context";
import type { DemonstrationArea } from "../area.ts";
import type { DemonstrationConcern } from "../history/index.ts";
import { actedFor } from "./acted.ts";

/** The events of a concern's steps, in their order. */
const eventsOf = ({ beginning, steps }: DemonstrationConcern): readonly ConcernEvent[] => {
  const events: ConcernEvent[] = [];
  steps.reduce<DemonstrationConcern["record"]>((state, { command }) => {
    const decision = decideConcern(state, command);
    if (!decision.ok) throw new Error(`${beginning.id} ${decision.refusal.kind}`);
    events.push(decision.value);
    return evolveConcern(state, decision.value);
  }, beginning);
  return events;
};

/** Writes the invented concerns with their letters, and the log of what was done about each. */
export const loadConcerns = (ctx: Context, area: DemonstrationArea): Promise<void> =>
  ctx.write(async (tx) => {
    for (const told of area.history.concerns) {
      const { begunAt, begunBy, record: concern } = told;
      const events = eventsOf(told);
      const changedAt = events.at(-1)?.at ?? begunAt;
      const version = events.length + 1;
      const raisedBy = begunBy.by ?? "";
      await recordNewConcern(tx, { areaId: area.id, raisedBy, concern, version, changedAt });
      const about = { areaId: area.id, entity: "concern", entityId: concern.id };
      const payload = { urn: concern.school };
      const begun = { ...about, entityVersion: 1, kind: "concern-raised", payload };
      await record(actedFor(ctx, begunBy, begunAt), tx, begun);
      for (const [index, event] of events.entries()) {
        const logged = { ...about, entityVersion: index + 2, ...toLoggedConcern(event) };
        await record(actedFor(ctx, begunBy, event.at), tx, logged);
      }
    }
  });
