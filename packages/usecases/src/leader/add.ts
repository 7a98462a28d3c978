import type { Area } from "@alongside/db/views/area";
import { recordLeader } from "@alongside/db/stores/leader";
import { findSchoolOfArea } from "@alongside/db/views/identity-place";
import { listLeadersToAdd } from "@alongside/db/views/leader";
import { listCodeEntries } from "@alongside/db/views/partnership";
import { mayManageLeaders, type PersonId } from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import { authorise, found, instantOf, record, refuse, type Context } from "../context/index.ts";

/** People who hold the part of a leader here and are not on record as one yet, once each. Refuses `not-found` to others. */
export const listNewLeaders = async (ctx: Context, area: Area) => {
  found(mayManageLeaders(ctx.actor, area.id) ? area : undefined);
  const rows = await listLeadersToAdd(ctx.read, area.id);
  return [...new Map(rows.map((row) => [row.personId, row])).values()];
};

/** Puts a person who holds the part of a leader on record as one, with home school and kind. Refuses anybody else (`not-found`). */
export const addLeader = (
  ctx: Context,
  area: Area,
  input: { readonly personId: PersonId; readonly homeUrn: Urn; readonly kind: string },
): Promise<{ readonly personId: PersonId }> =>
  ctx.write(async (tx) => {
    authorise(mayManageLeaders(ctx.actor, area.id));
    const { personId, homeUrn, kind } = input;
    const candidates = await listLeadersToAdd(tx, area.id);
    const candidate = found(candidates.find((each) => each.personId === personId));
    found(await findSchoolOfArea(tx, area.id, homeUrn));
    const kinds = await listCodeEntries(tx, area.id, "designation");
    if (!kinds.some(({ code, retiredOn }) => code === kind && retiredOn === null)) {
      refuse({ kind: "invalid-input", fields: { kind: "Choose from the list" } });
    }
    const { organisationId } = candidate;
    const createdAt = instantOf(ctx);
    await recordLeader(tx, {
      areaId: area.id,
      personId,
      homeUrn,
      kind,
      organisationId,
      createdAt,
    });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "leader",
      entityId: personId,
      entityVersion: 1,
      kind: "leader-added",
      payload: { kind, homeUrn },
    });
    return { personId };
  });
