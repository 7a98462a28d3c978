import type { Write } from "@alongside/db";
import { listOrganisations } from "@alongside/db/views/organisation";
import { listOpenZonesOfArea } from "@alongside/db/views/identity-place";
import {
  isSameGrant,
  maySeeArea,
  readInvitation,
  type AreaId,
  type InvitationReading,
  type InvitationText,
  type LineFaults,
  type ReadInvitation,
} from "@alongside/domain/identity";
import type { Refusal } from "@alongside/domain/refusal";
import { found, RefusedError, refuse } from "../context/index.ts";
import type { IdentityContext } from "./context.ts";
import { checkInvitation, makeInvitation, type CheckedInvitation } from "./invite.ts";
import { requireRecentProof } from "./recent-proof.ts";

export const mostInvitations = 500;

export type InvitationLineResult = {
  readonly line: number;
  readonly email: string;
  /** Empty for a line that would be, or was, sent. */
  readonly faults: LineFaults;
};

export type InvitedMany = {
  readonly lines: readonly InvitationLineResult[];
  /** How many were invited: 0 for a preview, and 0 when any line has a fault. */
  readonly invited: number;
};

/** A refusal of one line, as a fault of the column that it is about; undefined when it is about the whole request. */
const faultOf = (refusal: Refusal): LineFaults | undefined => {
  switch (refusal.kind) {
    case "invalid-input":
      return refusal.fields;
    case "not-found":
      return { place: "not-in-this-area" };
    case "role-not-yours-to-give":
      return { role: "not-yours-to-give" };
    case "already-exists":
      return { email: "already-invited-or-in-that-part" };
    default:
      return undefined;
  }
};

const isRepeated = (one: ReadInvitation, before: readonly ReadInvitation[]): boolean =>
  before.some((other) => other.email === one.email && isSameGrant(other.grant, one.grant));

type Checked = InvitationLineResult & { readonly invitation?: CheckedInvitation };

const checkLine = async (
  ctx: IdentityContext,
  tx: Write,
  { line, ...input }: ReadInvitation,
): Promise<Checked> => {
  const { email } = input;
  try {
    return { line, email, faults: {}, invitation: await checkInvitation(ctx, tx, input) };
  } catch (error) {
    const faults = error instanceof RefusedError ? faultOf(error.refusal) : undefined;
    if (faults === undefined) throw error;
    return { line, email, faults };
  }
};

/** All are asked about at once: over a database server one after the other would be a journey for each question. */
const checkLines = (
  ctx: IdentityContext,
  tx: Write,
  readings: readonly InvitationReading[],
): Promise<readonly Checked[]> => {
  const before: ReadInvitation[] = [];
  return Promise.all(
    readings.map((reading): Checked | Promise<Checked> => {
      if (!reading.ok) return { line: reading.line, email: reading.email, faults: reading.faults };
      const { invitation } = reading;
      const { line, email } = invitation;
      const repeated = isRepeated(invitation, before);
      before.push(invitation);
      return repeated
        ? { line, email, faults: { email: "repeated" } }
        : checkLine(ctx, tx, invitation);
    }),
  );
};

export type ManyInvitations = {
  readonly areaId: AreaId;
  readonly rows: readonly InvitationText[];
  /** Nothing is sent without it: the same call first shows what would happen. */
  readonly isConfirmed: boolean;
};

/**
 * Reads the lines of a file of invitations and answers what is wrong with each. Sends them, all or none, when confirmed and no
 * line has a fault. Refuses `not-found`, `second-factor-stale`, and `invalid-input` for more than 500 lines or none.
 */
export const inviteMany = (ctx: IdentityContext, input: ManyInvitations): Promise<InvitedMany> =>
  ctx.write(async (tx) => {
    const { areaId, rows, isConfirmed } = input;
    found(maySeeArea(ctx.actor, areaId) ? areaId : undefined);
    requireRecentProof(ctx);
    if (rows.length === 0) refuse({ kind: "invalid-input", fields: { rows: "missing" } });
    if (rows.length > mostInvitations) {
      refuse({ kind: "invalid-input", fields: { rows: "too-many" } });
    }
    const zones = await listOpenZonesOfArea(tx, areaId);
    const organisations = (await listOrganisations(tx, areaId))
      .map(({ organisation }) => organisation)
      .filter(({ closedOn }) => closedOn === null);
    const checked = await checkLines(
      ctx,
      tx,
      rows.map((row) => readInvitation(row, { areaId, zones, organisations })),
    );
    const ready = checked.flatMap(({ invitation }) =>
      invitation === undefined ? [] : [invitation],
    );
    const isSent = isConfirmed && ready.length === rows.length;
    for (const invitation of isSent ? ready : []) await makeInvitation(ctx, tx, invitation);
    const lines = checked.map(({ line, email, faults }) => ({ line, email, faults }));
    return { lines, invited: isSent ? ready.length : 0 };
  });
