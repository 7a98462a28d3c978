import { toId, type PersonId, type ZoneId } from "@alongside/domain/identity";
import { phaseGroups } from "@alongside/domain/partnership";
import { isIsoDate, isUrn } from "@alongside/domain/school";
import {
  addPanelMember,
  assignCoordinator,
  closeZone,
  createZone,
  drawZone,
  endCoordinator,
  endPanelMember,
  listPlaceableSchools,
  listZoneCandidates,
  listZones,
  placeSchools,
  renameZone,
  showZone,
  takeSchoolOut,
} from "@alongside/usecases/partnership";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const zoneId = z
  .string()
  .min(1, "Choose a zone")
  .max(60)
  .transform((id) => toId<ZoneId>(id));

const personId = z
  .string()
  .min(1, "Choose a person")
  .max(60)
  .transform((id) => toId<PersonId>(id));

const name = z.string().trim().min(1, "Enter a name").max(80, "Use 80 characters or fewer");
const urn = z.number().refine(isUrn, "Choose a school");
const date = z.string().refine(isIsoDate, "Enter a date, such as 2 9 2026");

const seen = z.object({ zoneId, version: z.number().int() });
const seenPerson = seen.extend({ personId });

const placement = z.object({
  zoneId,
  fromOn: date,
  schools: z
    .array(z.object({ urn, seenIn: z.array(zoneId).max(10) }))
    .min(1, "Choose one school or more")
    .max(2_000, "Choose 2,000 schools or fewer"),
});

export const zoneRouter = router({
  list: areaProcedure.query(({ ctx }) => listZones(ctx, ctx.area)),
  get: areaProcedure
    .input(z.object({ zoneId }))
    .query(({ ctx, input }) => showZone(ctx, ctx.area, input.zoneId)),
  /** The people who can be chosen for a zone. */
  candidates: areaProcedure.query(({ ctx }) => listZoneCandidates(ctx, ctx.area)),
  /** The schools that zones can take, with the zones that they are in. */
  placeable: areaProcedure.query(({ ctx }) => listPlaceableSchools(ctx, ctx.area)),
  create: areaProcedure
    .input(z.object({ name, phaseGroup: z.enum(phaseGroups, "Choose the schools that it is for") }))
    .mutation(({ ctx, input }) => createZone(ctx, ctx.area, input)),
  rename: areaProcedure
    .input(seen.extend({ name }))
    .mutation(({ ctx, input }) => renameZone(ctx, ctx.area, input)),
  draw: areaProcedure
    .input(
      seen.extend({
        boundary: z
          .array(z.tuple([z.number(), z.number()]))
          .max(1_000)
          .nullable(),
      }),
    )
    .mutation(({ ctx, input }) => drawZone(ctx, ctx.area, input)),
  close: areaProcedure.input(seen).mutation(({ ctx, input }) => closeZone(ctx, ctx.area, input)),
  place: areaProcedure
    .input(placement)
    .mutation(({ ctx, input }) => placeSchools(ctx, ctx.area, input)),
  takeOut: areaProcedure
    .input(z.object({ zoneId, urn, toOn: date }))
    .mutation(({ ctx, input }) => takeSchoolOut(ctx, ctx.area, input)),
  assignCoordinator: areaProcedure
    .input(seenPerson.extend({ mayActOnBehalf: z.boolean() }))
    .mutation(({ ctx, input }) => assignCoordinator(ctx, ctx.area, input)),
  endCoordinator: areaProcedure
    .input(seenPerson)
    .mutation(({ ctx, input }) => endCoordinator(ctx, ctx.area, input)),
  addPanelMember: areaProcedure
    .input(seenPerson)
    .mutation(({ ctx, input }) => addPanelMember(ctx, ctx.area, input)),
  endPanelMember: areaProcedure
    .input(seenPerson)
    .mutation(({ ctx, input }) => endPanelMember(ctx, ctx.area, input)),
});
