import { changeArea, createArea, listEveryArea, listMyAreas } from "@alongside/usecases/area";
import { showSetUp } from "@alongside/usecases/partnership";
import { toId, type AreaId } from "@alongside/domain/identity";
import { findAuthority, isLaCode, listAuthorities } from "@alongside/domain/school";
import { z } from "zod";
import { areaProcedure, router, signedInProcedure } from "../trpc.ts";

const name = z.string().trim().min(1, "Enter a name").max(120, "Use 120 characters or fewer");

const slug = z
  .string()
  .trim()
  .min(2, "Enter the area’s part of the address")
  .max(60, "Use 60 characters or fewer")
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    "Use lower-case letters, figures and single hyphens, such as east-sussex",
  )
  .refine((text) => text !== "new", "Choose another word: this one has a page of its own");

const laCode = z.string().refine(isLaCode, "Choose a local authority");

const laCodes = z
  .array(laCode)
  .min(1, "Choose one local authority or more")
  .max(20, "Choose 20 local authorities or fewer");

const known = laCodes.refine(
  (codes) => codes.every((code) => findAuthority(code) !== undefined),
  "Choose from the list of local authorities",
);

const newArea = z.object({ name, slug, laCodes: known });

const areaChange = z.object({
  id: z
    .string()
    .max(60)
    .transform((id) => toId<AreaId>(id)),
  version: z.number().int(),
  name,
  laCodes,
});

export const areaRouter = router({
  list: signedInProcedure.query(async ({ ctx }) =>
    (await listMyAreas(ctx)).map(({ slug, name }) => ({ slug, name })),
  ),
  get: areaProcedure.query(({ ctx }) => ctx.area),
  /** How far the set-up is. */
  setUp: areaProcedure.query(({ ctx }) => showSetUp(ctx, ctx.area)),
  /** Every area of the instance, and the authorities that areas are made of. */
  every: signedInProcedure.query(async ({ ctx }) => ({
    areas: (await listEveryArea(ctx)).map(({ id, slug, name, version, laCodes, ...area }) => ({
      id,
      slug,
      name,
      version,
      laCodes,
      isDemonstration: area.isDemonstration,
    })),
    authorities: listAuthorities(),
  })),
  create: signedInProcedure.input(newArea).mutation(({ ctx, input }) => createArea(ctx, input)),
  change: signedInProcedure.input(areaChange).mutation(({ ctx, input }) => changeArea(ctx, input)),
});
