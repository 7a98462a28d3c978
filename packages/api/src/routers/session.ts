import { endedSessionCookie, sessionCookie } from "@alongside/auth";
import {
  concernScopeOf,
  mayAdministerArea,
  mayHaveOffers,
  mayOperate,
  mayReadAccessLog,
  maySeeBoard,
  needScopeOf,
  ownSchoolsOf,
  peopleScopeOf,
  rolesToGive,
  type PersonId,
  supplyScopeOf,
} from "@alongside/domain/identity";
import { mayReadEveryBody } from "@alongside/domain/meeting";
import { ownOrganisationsOf } from "@alongside/domain/organisation";
import { listMyAreas } from "@alongside/usecases/area";
import { listHomes, signIn, signOut } from "@alongside/usecases/identity";
import { listAreasOfSeats } from "@alongside/usecases/meeting";
import { z } from "zod";
import { publicProcedure, router, signedInProcedure, type ApiContext } from "../trpc.ts";

const credentials = z.object({
  email: z.string().trim().min(1, "Enter your e-mail address").max(320),
  password: z.string().min(1, "Enter your password").max(1_000),
});

/** How long the session lasts from now on, in milliseconds: without use, and at most. A browser's clock is not the server's. */
const leftOf = async (ctx: ApiContext, personId: PersonId) => {
  const sessions = await ctx.auth.sessions.listOf(personId);
  const session = sessions.find(({ id }) => id === ctx.sessionId);
  const now = ctx.now();
  return {
    idleFor: ctx.auth.sessions.idleFor,
    left: session === undefined ? 0 : Math.max(0, session.endsAt - now),
    /** The server's time of its end, in milliseconds: the same as long as it is the same sign-in. */
    endsAt: session?.endsAt ?? now,
  };
};

export const sessionRouter = router({
  /** Who is signed in and where they have a part; null for a visitor. */
  get: publicProcedure.query(async ({ ctx }) => {
    const { actor } = ctx;
    if (actor.kind !== "person") return null;
    const areas = actor.awaits === undefined ? await listMyAreas(ctx) : [];
    const homes = await listHomes(ctx);
    const seated = actor.awaits === undefined ? await listAreasOfSeats(ctx) : [];
    const slugOf = (id: string | undefined) => areas.find((area) => area.id === id)?.slug ?? null;
    return {
      personId: actor.personId,
      name: actor.name,
      awaits: actor.awaits ?? null,
      mayOperate: mayOperate(actor),
      ...(await leftOf(ctx, actor.personId)),
      /** The one to land on first. */
      homes: homes.map(({ page, role, areaId, zoneId, urn, organisationId, ...home }) => ({
        page,
        role,
        area: slugOf(areaId),
        zoneId: zoneId ?? null,
        urn: urn ?? null,
        organisationId: organisationId ?? null,
        place: home.organisationName ?? home.schoolName ?? home.zoneName,
      })),
      areas: areas.map(({ id, slug, name, isDemonstration }) => ({
        slug,
        name,
        isDemonstration,
        mayAdminister: mayAdministerArea(actor, id),
        hasQueue: needScopeOf(actor, id) !== undefined,
        hasConcerns: concernScopeOf(actor, id) !== undefined,
        hasBoard: maySeeBoard(actor, id),
        readsBodies: seated.includes(id) || mayReadEveryBody(actor, id),
        hasOffers: mayHaveOffers(actor, id),
        hasSchool: ownSchoolsOf(actor, id).length > 0,
        hasSupply: supplyScopeOf(actor, id) !== undefined,
        organisations: ownOrganisationsOf(actor, id),
        mayReadPeople: peopleScopeOf(actor, id) !== undefined,
        mayInvite: rolesToGive(actor, id).length > 0,
        mayReadAccessLog: mayReadAccessLog(actor, id),
      })),
    };
  }),
  signIn: publicProcedure.input(credentials).mutation(async ({ ctx, input }) => {
    const { address, userAgent } = ctx;
    const { token, actor } = await signIn(ctx, { ...input, address, userAgent });
    ctx.setCookie(sessionCookie(token, ctx.cookies));
    return { awaits: actor.kind === "person" ? (actor.awaits ?? null) : null };
  }),
  signOut: signedInProcedure.mutation(async ({ ctx }) => {
    await signOut(ctx);
    ctx.setCookie(endedSessionCookie(ctx.cookies));
  }),
});
