import {
  accessGroups,
  areaRoles,
  mayManageAccount,
  rolesOnBehalf,
  rolesToGive,
  toId,
  type PersonId,
  type ZoneId,
} from "@alongside/domain/identity";
import { isUrn } from "@alongside/domain/school";
import {
  deactivatePerson,
  endRole,
  getPerson,
  grantRole,
  listPeople,
  peopleSorts,
  reactivatePerson,
  readAccessLog,
  resetSecondFactorOf,
} from "@alongside/usecases/identity";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";
import { grantIn, grantInput } from "./invitation.ts";

const personId = z
  .string()
  .max(80)
  .transform((id) => toId<PersonId>(id));

/** What a list of people can be asked; the names are those of the address, for the screen and for the file. */
export const peopleQuestion = z.object({
  words: z.string().max(200).optional().catch(undefined),
  role: z.enum(areaRoles).optional().catch(undefined),
  state: z.enum(["active", "deactivated"]).optional().catch(undefined),
  zone: z
    .string()
    .max(80)
    .transform((id) => toId<ZoneId>(id))
    .optional()
    .catch(undefined),
  urn: z.number().int().optional().catch(undefined),
});

/** The filter of a question, without the area. */
export const peopleFilter = ({ zone, urn, ...rest }: z.infer<typeof peopleQuestion>) => ({
  ...rest,
  zoneId: zone,
  urn: urn !== undefined && isUrn(urn) ? urn : undefined,
});

/** The question that the address of the list asks: `?words=ash&role=head`. */
export const peopleQuestionInAddress = (address: URLSearchParams) => {
  const one = (name: string) => address.get(name) || undefined;
  const urn = one("urn");
  return peopleQuestion.parse({
    words: one("words"),
    role: one("role"),
    state: one("state"),
    zone: one("zone"),
    urn: urn === undefined ? undefined : Number(urn),
  });
};

const page = {
  sort: z.enum(peopleSorts).optional().catch(undefined),
  isDescending: z.boolean().optional(),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
};
const seen = z.object({ personId, version: z.number().int() });

const accessQuestion = z.object({
  group: z.enum(accessGroups).optional().catch(undefined),
  personId: personId.optional(),
  words: z.string().max(200).optional().catch(undefined),
  days: z.number().int().min(1).max(366).optional().catch(undefined),
  before: z.number().int().optional(),
});
const accessLines = 50;
const day = 24 * 60 * 60_000;

/** One text of what an event says; the rest of it stays on the server. */
const textIn = (payload: Readonly<Record<string, unknown>> | null, name: string): string | null => {
  const value = payload?.[name];
  return typeof value === "string" ? value : null;
};

export const personRouter = router({
  list: areaProcedure
    .input(peopleQuestion.extend(page))
    .query(({ ctx, input: { offset, limit, sort, isDescending, ...question } }) =>
      listPeople(
        ctx,
        { ...peopleFilter(question), areaId: ctx.area.id },
        { offset, limit, sort, isDescending },
      ),
    ),
  get: areaProcedure.input(z.object({ personId })).query(async ({ ctx, input }) => {
    const person = await getPerson(ctx, { ...input, areaId: ctx.area.id });
    return {
      ...person,
      // Hints for the buttons: the server asks again, with the zones of the school and all roles of the person.
      grants: person.grants.map((grant) => ({
        ...grant,
        mayEnd: rolesToGive(ctx.actor, ctx.area.id).includes(grant.role),
      })),
      mayManage: mayManageAccount(ctx.actor, person),
    };
  }),
  /** What the actor may give in this area. */
  choices: areaProcedure.query(({ ctx }) => ({
    roles: rolesToGive(ctx.actor, ctx.area.id),
    rolesOnBehalf,
  })),
  giveRole: areaProcedure
    .input(grantInput.extend({ personId }))
    .mutation(({ ctx, input }) =>
      grantRole(ctx, { personId: input.personId, grant: grantIn(ctx.area.id, input) }),
    ),
  endRole: areaProcedure
    .input(z.object({ grantId: z.string().max(80) }))
    .mutation(({ ctx, input }) => endRole(ctx, input)),
  deactivate: areaProcedure.input(seen).mutation(({ ctx, input }) => deactivatePerson(ctx, input)),
  reactivate: areaProcedure.input(seen).mutation(({ ctx, input }) => reactivatePerson(ctx, input)),
  resetSecondFactor: areaProcedure
    .input(z.object({ personId }))
    .mutation(({ ctx, input }) => resetSecondFactorOf(ctx, input)),
  accessLog: areaProcedure.input(accessQuestion).query(async ({ ctx, input }) => {
    const { before, days, ...filter } = input;
    const from = days === undefined ? undefined : new Date(ctx.now() - days * day).toISOString();
    const lines = await readAccessLog(
      ctx,
      { ...filter, areaId: ctx.area.id, from },
      { before, limit: accessLines + 1 },
    );
    const shown = lines.slice(0, accessLines);
    const told = shown.map(({ payload, entity: _entity, entityId: _id, ...line }) => ({
      ...line,
      role: textIn(payload, "role"),
      address: textIn(payload, "address"),
      what: textIn(payload, "what"),
    }));
    return { lines: told, next: lines.length > accessLines ? (shown.at(-1)?.seq ?? null) : null };
  }),
});
