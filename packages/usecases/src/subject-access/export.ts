import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { findPerson, type PersonRow } from "@alongside/db/views/identity";
import { listPartsOf } from "@alongside/db/views/identity-part";
import { listKeptOf, listOthers, type KeptPart } from "@alongside/db/views/subject-access";
import { mayAnswerFor, type AreaId, type PersonId } from "@alongside/domain/identity";
import { redactorOf } from "@alongside/domain/subject-access";
import { found, instantOf, record, refuse, type Context } from "../context/index.ts";
import { whoIsSignedIn, type IdentityContext } from "../identity/context.ts";
import { requireRecentProof } from "../identity/recent-proof.ts";

/** Everything of one person, nothing of another. */
export type SubjectAccess = {
  readonly name: string;
  readonly madeAt: string;
  readonly about: string;
  readonly kept: readonly KeptPart[];
};

const about =
  "Everything that Alongside keeps of you, table by table. Other people’s names, addresses and ids are left out, and so is what others wrote. " +
  "How long each thing is kept, why, and who sees it is told on the page on data protection.";

/** The person and the areas in which they play or played a part; anybody in none of the actor's areas answers `not-found`. */
export const personToAnswerFor = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Area; readonly personId: PersonId },
): Promise<{ readonly person: PersonRow; readonly areaIds: readonly AreaId[] }> => {
  const person = found(await findPerson(read, given.personId));
  const parts = await listPartsOf(read, person.id);
  const areaIds = [...new Set(parts.flatMap(({ areaId }) => (areaId === null ? [] : [areaId])))];
  found(areaIds.includes(given.area.id) ? person : undefined);
  if (!mayAnswerFor(ctx.actor, areaIds)) refuse({ kind: "not-allowed" });
  return { person, areaIds };
};

/** Guarantee: redaction changes words inside a part and leaves its shape. */
const asParts = (value: unknown): readonly KeptPart[] => value as readonly KeptPart[];

const gather = async (
  ctx: Context,
  person: PersonRow,
  areaId: AreaId | null,
): Promise<SubjectAccess> => {
  const kept = await listKeptOf(ctx.read, person);
  const redact = redactorOf(person.name, await listOthers(ctx.read, person.id));
  await ctx.write((tx) =>
    record(ctx, tx, {
      areaId,
      entity: "person",
      entityId: person.id,
      entityVersion: person.version,
      kind: "subject-access-given",
      payload: { parts: kept.length },
    }),
  );
  return { name: person.name, madeAt: instantOf(ctx), about, kept: asParts(redact(kept)) };
};

/** Everything that is kept of whoever asks (UK GDPR, article 15). Recorded. Refuses `sign-in-required`, `second-factor-stale`. */
export const exportOwn = async (ctx: IdentityContext): Promise<SubjectAccess> => {
  const { personId } = whoIsSignedIn(ctx);
  requireRecentProof(ctx);
  return gather(ctx, found(await findPerson(ctx.read, personId)), null);
};

/**
 * Everything that is kept of a person, for whoever answers for it: at the person's request. Recorded. Refuses `not-found`, `not-allowed`,
 * `second-factor-stale`.
 */
export const exportPerson = async (
  ctx: Context,
  area: Area,
  input: { readonly personId: PersonId },
): Promise<SubjectAccess> => {
  const { personId } = input;
  const { person } = await personToAnswerFor(ctx, ctx.read, { area, personId });
  requireRecentProof(ctx);
  return gather(ctx, person, area.id);
};
