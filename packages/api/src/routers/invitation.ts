import { sessionCookie } from "@alongside/auth";
import { areaRoles, toId, type AreaId, type Grant } from "@alongside/domain/identity";
import type { InvitationId, OrganisationId, ZoneId } from "@alongside/domain/identity";
import { isUrn } from "@alongside/domain/school";
import {
  acceptInvitation,
  inviteAgain,
  inviteMany,
  invitePerson,
  joinByInvitation,
  listInvitations,
  mostInvitations,
  openInvitation,
  revokeInvitation,
} from "@alongside/usecases/identity";
import { z } from "zod";
import { areaProcedure, publicProcedure, router, signedInProcedure } from "../trpc.ts";
import { password, token } from "./identity.ts";

const place = z.string().max(80).optional();

/** A role and its place, as a form sends it; the area is the one of the address. */
export const grantInput = z.object({
  role: z.enum(areaRoles, "Choose a role"),
  zoneId: place,
  urn: z.number().int().optional(),
  organisationId: place,
  mayActOnBehalf: z.boolean().optional(),
});

/** Leaves out what is empty: a place that is absent is no part of a grant. */
export const grantIn = (areaId: AreaId, input: z.infer<typeof grantInput>): Grant => {
  const { role, zoneId, urn, organisationId, mayActOnBehalf } = input;
  return {
    role,
    areaId,
    ...(zoneId ? { zoneId: toId<ZoneId>(zoneId) } : {}),
    ...(urn !== undefined && isUrn(urn) ? { urn } : {}),
    ...(organisationId ? { organisationId: toId<OrganisationId>(organisationId) } : {}),
    ...(mayActOnBehalf === true ? { mayActOnBehalf } : {}),
  };
};

const cell = z.string().max(400);
const row = z.object({
  line: z.number().int(),
  email: cell,
  name: cell,
  role: cell,
  urn: cell,
  zone: cell,
  organisation: cell,
});

const one = areaProcedure.input(
  z.object({
    id: z
      .string()
      .max(60)
      .transform((id) => toId<InvitationId>(id)),
  }),
);

const acceptance = z.object({
  token,
  name: z.string().trim().min(1, "Enter your name").max(120, "Use 120 characters or fewer"),
  password,
});

export const invitationRouter = router({
  /** Opening it uses nothing up: mail scanners open links too. */
  open: publicProcedure
    .input(z.object({ token }))
    .query(({ ctx, input }) => openInvitation(ctx, input)),
  accept: publicProcedure.input(acceptance).mutation(async ({ ctx, input }) => {
    const { address, userAgent } = ctx;
    const signedIn = await acceptInvitation(ctx, { ...input, address, userAgent });
    ctx.setCookie(sessionCookie(signedIn.token, ctx.cookies));
  }),
  join: signedInProcedure
    .input(z.object({ token }))
    .mutation(({ ctx, input }) => joinByInvitation(ctx, input)),
  list: areaProcedure.query(async ({ ctx }) => {
    const lines = await listInvitations(ctx, ctx.area.id);
    return lines.map(({ invitation, zoneName, schoolName, inviterName }) => ({
      id: invitation.id,
      email: invitation.email,
      name: invitation.name,
      role: invitation.role,
      place: schoolName ?? zoneName,
      inviterName,
      createdAt: invitation.createdAt,
      expiresAt: invitation.expiresAt,
      isExpired: invitation.expiresAt <= ctx.now(),
      isRevoked: invitation.revokedAt !== null,
    }));
  }),
  send: areaProcedure
    .input(
      grantInput.extend({
        email: z.string().trim().min(1, "Enter an e-mail address").max(320),
        name: z.string().trim().max(120, "Use 120 characters or fewer").optional(),
      }),
    )
    .mutation(({ ctx, input }) =>
      invitePerson(ctx, {
        email: input.email,
        name: input.name,
        grant: grantIn(ctx.area.id, input),
      }),
    ),
  sendMany: areaProcedure
    .input(z.object({ rows: z.array(row).max(mostInvitations), isConfirmed: z.boolean() }))
    .mutation(({ ctx, input }) => inviteMany(ctx, { ...input, areaId: ctx.area.id })),
  again: one.mutation(({ ctx, input }) => inviteAgain(ctx, input)),
  revoke: one.mutation(({ ctx, input }) => revokeInvitation(ctx, input)),
});
