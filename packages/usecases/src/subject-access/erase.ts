import type { Read, Write } from "@alongside/db";
import { listEventsTelling, recordPersonErased } from "@alongside/db/stores/erasure";
import { recordGrantEnd } from "@alongside/db/stores/identity";
import { recordWordsErased } from "@alongside/db/stores/event";
import type { Area } from "@alongside/db/views/area";
import type { PersonRow } from "@alongside/db/views/identity";
import { listPartsOf } from "@alongside/db/views/identity-part";
import { listOpenHolds } from "@alongside/db/views/retention";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import { isHeldBy } from "@alongside/domain/retention";
import { instantOf, record, refuse, traceOf, type Context } from "../context/index.ts";
import { requireRecentProof } from "../identity/recent-proof.ts";
import { toSubject } from "../retention/hold.ts";
import { personToAnswerFor } from "./export.ts";

/** Whether a hold of any of these areas keeps a person. */
export const isPersonHeld = async (
  tx: Read,
  personId: PersonId,
  areaIds: readonly AreaId[],
): Promise<boolean> => {
  const about = { people: [personId], urn: null };
  for (const areaId of areaIds) {
    const holds = await listOpenHolds(tx, areaId);
    if (holds.some((hold) => isHeldBy(toSubject(hold), about))) return true;
  }
  return false;
};

/**
 * Erases a person inside a write that is open: account, address, name, and the words of the log that tell of them. The acts stay, by an id
 * that names nobody any more, and the chain of the log holds.
 */
export const erasePersonIn = async (
  ctx: Context,
  tx: Write,
  given: { readonly person: PersonRow; readonly areaId: AreaId; readonly why: string },
): Promise<void> => {
  const { person, areaId, why } = given;
  const seqs = await listEventsTelling(tx, person);
  await recordPersonErased(tx, person, instantOf(ctx));
  await recordWordsErased(tx, traceOf(ctx), { areaId, why: `person ${person.id}`, seqs });
  await record(ctx, tx, {
    areaId,
    entity: "person",
    entityId: person.id,
    entityVersion: person.version + 1,
    kind: "person-erased",
    payload: { why },
  });
};

/**
 * Erases a person who has left, or whose account was shut, at their request (UK GDPR, article 17). What must be accounted for stays without a name. Refuses
 * `not-found`, `not-allowed`, `second-factor-stale`, `changed-since`, `still-has-a-part`, `on-legal-hold`.
 */
export const erasePerson = (
  ctx: Context,
  area: Area,
  input: { readonly personId: PersonId; readonly version: number; readonly reason: string },
): Promise<void> =>
  ctx.write(async (tx) => {
    const { personId, version, reason } = input;
    const { person, areaIds } = await personToAnswerFor(ctx, tx, { area, personId });
    requireRecentProof(ctx);
    if (person.version !== version) {
      refuse({ kind: "changed-since", version: person.version, by: "", at: instantOf(ctx) });
    }
    const parts = await listPartsOf(tx, personId);
    const live = parts.filter(({ endedAt }) => endedAt === null);
    if (person.deactivatedAt === null && live.length > 0) refuse({ kind: "still-has-a-part" });
    if (await isPersonHeld(tx, personId, areaIds)) refuse({ kind: "on-legal-hold" });
    for (const { id } of live) await recordGrantEnd(tx, id, instantOf(ctx));
    await erasePersonIn(ctx, tx, { person, areaId: area.id, why: reason });
  });
