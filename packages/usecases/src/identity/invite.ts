import { hashToken } from "@alongside/auth";
import type { Write } from "@alongside/db";
import {
  recordInvitation,
  recordInvitationRenewal,
  recordInvitationRevoked,
} from "@alongside/db/stores/identity-invitation";
import { findPersonByEmail, toGrant } from "@alongside/db/views/identity";
import {
  findInvitation,
  listInvitations as listInvitationRows,
  listOpenInvitationsOf,
  type InvitationLine,
  type InvitationRow,
} from "@alongside/db/views/identity-invitation";
import { listLiveGrantsOf } from "@alongside/db/views/identity-people";
import {
  invitationLasts,
  isEmail,
  isSameGrant,
  mailSeal,
  mayEnd,
  normalEmail,
  peopleScopeOf,
  toId,
  whyClosed,
  type AreaId,
  type Grant,
  type InvitationId,
  type PersonId,
} from "@alongside/domain/identity";
import { londonDate } from "@alongside/domain/school";
import {
  authorise,
  found,
  instantOf,
  record,
  refuse,
  traceOf,
  type Context,
} from "../context/index.ts";
import type { IdentityContext } from "./context.ts";
import { sendMail } from "./mail.ts";
import { authoriseGiving, placeOf, type Place } from "./place.ts";
import { requireRecentProof } from "./recent-proof.ts";

export type NewInvitation = {
  readonly email: string;
  /** What the inviter calls them; they write their own name. */
  readonly name?: string | undefined;
  readonly grant: Grant;
};

const linkOf = (row: InvitationRow) => ({
  expiresAt: row.expiresAt,
  isUsed: row.acceptedAt !== null,
  isRevoked: row.revokedAt !== null,
});

/** Why an invitation opens nothing any more; undefined while it does. */
export const whyInvitationClosed = (row: InvitationRow, now: number) => whyClosed(linkOf(row), now);

/** Refuses a second invitation to the same part, and one to a part that the person already plays. */
const refuseTwice = async (
  ctx: Context,
  tx: Write,
  { email, grant }: { readonly email: string; readonly grant: Grant },
): Promise<void> => {
  const open = await listOpenInvitationsOf(tx, email);
  const person = await findPersonByEmail(tx, email);
  // Asked for nobody too: an address without an account takes as long.
  const held = await listLiveGrantsOf(tx, person?.id ?? toId<PersonId>(""));
  const isThere =
    held.some((row) => isSameGrant(toGrant(row), grant)) ||
    open.some(
      (row) =>
        whyInvitationClosed(row, ctx.now()) === undefined && isSameGrant(toGrant(row), grant),
    );
  if (isThere) refuse({ kind: "already-exists", field: "email" });
};

type Mailing = {
  readonly email: string;
  readonly name: string | null;
  readonly grant: Grant;
  readonly place: Place;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
};

const inviterName = (ctx: Context): string => (ctx.actor.kind === "person" ? ctx.actor.name : "");

const placeWords = ({ organisationName, schoolName, zoneName }: Place): string =>
  organisationName ?? schoolName ?? zoneName ?? "";

const mailInvitation = (ctx: IdentityContext, tx: Write, mailing: Mailing): Promise<void> =>
  sendMail(ctx, tx, {
    recipient: mailing.email,
    areaId: mailing.grant.areaId,
    mail: {
      template: "invitation",
      content: {
        sealedToken: ctx.auth.seal.close(mailing.token, mailSeal),
        name: mailing.name ?? "",
        invitedBy: inviterName(ctx),
        role: mailing.grant.role,
        area: mailing.place.areaName ?? "",
        place: placeWords(mailing.place),
        until: londonDate(mailing.expiresAt),
      },
    },
  });

const recordInvited = (
  ctx: Context,
  tx: Write,
  about: {
    readonly id: string;
    readonly version: number;
    readonly kind: string;
    readonly grant: Grant;
  },
): Promise<void> =>
  record(ctx, tx, {
    areaId: about.grant.areaId ?? null,
    entity: "invitation",
    entityId: about.id,
    entityVersion: about.version,
    kind: about.kind,
    payload: about.grant,
  });

/** An invitation that may be made, with its place in words. */
export type CheckedInvitation = NewInvitation & { readonly place: Place };

/** Refuses what may not be made, and writes nothing. */
export const checkInvitation = async (
  ctx: IdentityContext,
  tx: Write,
  input: NewInvitation,
): Promise<CheckedInvitation> => {
  const email = normalEmail(input.email);
  if (!isEmail(email)) refuse({ kind: "invalid-input", fields: { email: "not-an-address" } });
  const place = await authoriseGiving(ctx, tx, input.grant);
  await refuseTwice(ctx, tx, { email, grant: input.grant });
  return { ...input, email, place };
};

/** Writes one invitation, its mail and its event. The token goes into the mail alone. */
export const makeInvitation = async (
  ctx: IdentityContext,
  tx: Write,
  { email, grant, place, ...input }: CheckedInvitation,
): Promise<{ readonly id: InvitationId; readonly token: string }> => {
  const id = toId<InvitationId>(ctx.newId());
  const token = ctx.auth.newToken();
  const expiresAt = ctx.now() + invitationLasts;
  const name = input.name?.trim() || null;
  const tokenHash = hashToken(token);
  const made = { invitedBy: traceOf(ctx).actor, createdAt: instantOf(ctx) };
  await Promise.all([
    recordInvitation(tx, { ...grant, ...made, id, email, name, expiresAt, tokenHash }),
    mailInvitation(ctx, tx, { email, name, grant, place, token, expiresAt }),
  ]);
  await recordInvited(ctx, tx, { id, version: 1, kind: "person-invited", grant });
  return { id, token };
};

/**
 * Invites an address to a part in a place. Answers alike whether or not the address has an account. Refuses `invalid-input`,
 * `not-found`, `role-not-yours-to-give`, `second-factor-stale`, `already-exists` (invited or in that part already).
 */
export const invitePerson = (
  ctx: IdentityContext,
  input: NewInvitation,
): Promise<{ readonly id: InvitationId }> =>
  ctx.write(async (tx) => {
    const checked = await checkInvitation(ctx, tx, input);
    requireRecentProof(ctx);
    const { id } = await makeInvitation(ctx, tx, checked);
    return { id };
  });

/** The same from the command line, which prints the link of an instance that has no mail yet. */
export const invitePersonAtCommandLine = (
  ctx: IdentityContext,
  input: NewInvitation,
): Promise<{ readonly token: string }> => {
  authorise(ctx.actor.kind === "command-line");
  return ctx.write(async (tx) => {
    const { token } = await makeInvitation(ctx, tx, await checkInvitation(ctx, tx, input));
    return { token };
  });
};

/** An invitation that was not accepted and in which the actor has a say. */
const findOwn = async (ctx: Context, tx: Write, id: InvitationId): Promise<InvitationRow> => {
  const row = found(await findInvitation(tx, id));
  const grant = toGrant(row);
  const { zoneIds } = await placeOf(tx, grant);
  return found(mayEnd(ctx.actor, { grant, zoneIds }) ? row : undefined);
};

/**
 * Sends a new link and makes the old one worthless. Refuses `not-found`, `link-closed` for an invitation that was accepted or
 * revoked, `role-not-yours-to-give` and `second-factor-stale`.
 */
export const inviteAgain = (
  ctx: IdentityContext,
  input: { readonly id: InvitationId },
): Promise<void> =>
  ctx.write(async (tx) => {
    const row = await findOwn(ctx, tx, input.id);
    const reason = whyInvitationClosed(row, ctx.now());
    if (reason === "used" || reason === "revoked") refuse({ kind: "link-closed", reason });
    const grant = toGrant(row);
    const place = await authoriseGiving(ctx, tx, grant);
    requireRecentProof(ctx);
    const token = ctx.auth.newToken();
    const expiresAt = ctx.now() + invitationLasts;
    await recordInvitationRenewal(tx, row, {
      tokenHash: hashToken(token),
      invitedBy: traceOf(ctx).actor,
      expiresAt,
    });
    await mailInvitation(ctx, tx, { ...row, grant, place, token, expiresAt });
    const { id, version } = row;
    await recordInvited(ctx, tx, { id, version: version + 1, kind: "person-invited-again", grant });
  });

/** Takes an invitation back. Refuses `not-found`, and `link-closed` when it was accepted or revoked. */
export const revokeInvitation = (
  ctx: IdentityContext,
  input: { readonly id: InvitationId },
): Promise<void> =>
  ctx.write(async (tx) => {
    const row = await findOwn(ctx, tx, input.id);
    const reason = whyInvitationClosed(row, ctx.now());
    if (reason === "used" || reason === "revoked") refuse({ kind: "link-closed", reason });
    await recordInvitationRevoked(tx, row, instantOf(ctx));
    const { id, version } = row;
    await recordInvited(ctx, tx, {
      id,
      version: version + 1,
      kind: "invitation-revoked",
      grant: toGrant(row),
    });
  });

/** Who was invited and has not come yet. Refuses `not-allowed` to those who may read nobody in the area. */
export const listInvitations = (
  ctx: Context,
  areaId: AreaId,
): Promise<readonly InvitationLine[]> => {
  const scope = peopleScopeOf(ctx.actor, areaId);
  return scope === undefined
    ? refuse({ kind: "not-allowed" })
    : listInvitationRows(ctx.read, areaId, scope);
};
