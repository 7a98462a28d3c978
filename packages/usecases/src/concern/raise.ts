import { recordNewConcern } from "@alongside/db/stores/concern";
import type { Area } from "@alongside/db/views/area";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { raiseConcern, toConcernId, type ConcernId } from "@alongside/domain/concern";
import { concernScopeOf, mayHandleConcern } from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import { authorise, found, once, record, refuse, type Context } from "../context/index.ts";
import { personOf } from "../impact/reading.ts";
import { placeOfSchool } from "../need/place.ts";

/** Writes a concern about a school down, once for a key. The log says that there is one, not what it says. Refuses `words-needed`. */
export const raiseConcernAbout = (
  ctx: Context,
  area: Area,
  input: { readonly urn: Urn; readonly text: string; readonly key?: string | undefined },
): Promise<{ readonly id: ConcernId; readonly version: number }> =>
  ctx.write(async (tx) => {
    const { urn, key } = input;
    found(concernScopeOf(ctx.actor, area.id));
    authorise(mayHandleConcern(ctx.actor, await placeOfSchool(tx, area, urn)));
    const text = input.text.trim();
    if (text === "") refuse({ kind: "words-needed", field: "text" });
    const work = async () => {
      const id = toConcernId(ctx.newId());
      const raisedAt = toInstant(ctx.now());
      const concern = raiseConcern({ id, school: urn, text, raisedAt });
      await recordNewConcern(tx, { areaId: area.id, raisedBy: personOf(ctx), concern });
      await record(ctx, tx, {
        areaId: area.id,
        entity: "concern",
        entityId: id,
        entityVersion: 1,
        kind: "concern-raised",
        payload: { urn },
      });
      return { id, version: 1 };
    };
    return once(ctx, tx, { key, about: `concern ${urn}`, work });
  });
