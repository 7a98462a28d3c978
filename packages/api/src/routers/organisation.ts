import { toId, type OrganisationId, type PersonId } from "@alongside/domain/identity";
import { longestOrganisationName, organisationKinds } from "@alongside/domain/organisation";
import { isUrn } from "@alongside/domain/school";
import {
  addOrganisation,
  changeOrganisation,
  closeOrOpenOrganisation,
  getOrganisation,
  listOrganisationChoices,
  listOrganisations,
  placeLeader,
} from "@alongside/usecases/organisation";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const id = z
  .string()
  .min(1)
  .max(80)
  .transform((text) => toId<OrganisationId>(text));
const version = z.number().int().min(1);
const seen = z.object({ id, version });

const most = `Use ${longestOrganisationName} characters or fewer`;
const terms = z.object({
  name: z.string().trim().min(1, "Enter a name").max(longestOrganisationName, most),
  kind: z.enum(organisationKinds, "Choose what it is"),
  urn: z.number().refine(isUrn, "Choose a school").nullable(),
});

const placement = z.object({
  personId: z
    .string()
    .min(1)
    .max(80)
    .transform((text) => toId<PersonId>(text)),
  version,
  organisationId: id.nullable(),
});

export const organisationRouter = router({
  list: areaProcedure.query(({ ctx }) => listOrganisations(ctx, ctx.area)),
  choices: areaProcedure.query(({ ctx }) => listOrganisationChoices(ctx, ctx.area)),
  get: areaProcedure
    .input(z.object({ id }))
    .query(({ ctx, input }) => getOrganisation(ctx, ctx.area, input)),
  add: areaProcedure
    .input(terms)
    .mutation(({ ctx, input }) => addOrganisation(ctx, ctx.area, input)),
  change: areaProcedure
    .input(seen.extend(terms.shape))
    .mutation(({ ctx, input }) => changeOrganisation(ctx, ctx.area, input)),
  close: areaProcedure
    .input(seen.extend({ isClosed: z.boolean() }))
    .mutation(({ ctx, input }) => closeOrOpenOrganisation(ctx, ctx.area, input)),
  placeLeader: areaProcedure
    .input(placement)
    .mutation(({ ctx, input }) => placeLeader(ctx, ctx.area, input)),
});
