import { phases, schoolStatuses, settings, isUrn } from "@alongside/domain/school";
import { toId, type ZoneId } from "@alongside/domain/identity";
import { refuse } from "@alongside/usecases/context";
import {
  getAreaShapes,
  getSchool,
  listSchoolChoices,
  listSchools,
  searchSchools,
} from "@alongside/usecases/school";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const short = z.string().max(200).optional().catch(undefined);

/** Values that are none of the choices are left out, as the chips leave them out: nothing is filtered by them. */
const someOf = <Value extends string>(values: readonly Value[]) =>
  z
    .array(z.string())
    .transform((given) => values.filter((value) => given.includes(value)))
    .optional();

/** What a list of schools can be asked; the names are those of the address, for the screen and for the file. */
export const schoolQuestion = z.object({
  words: short,
  phases: someOf(phases),
  settings: someOf(settings),
  statuses: someOf(schoolStatuses),
  zone: z
    .string()
    .max(40)
    .transform((id): ZoneId | "none" => (id === "none" ? "none" : toId<ZoneId>(id)))
    .optional()
    .catch(undefined),
  trust: short,
  type: short,
  sort: z.enum(["name", "phase", "pupils", "postcode", "trust"]).default("name").catch("name"),
  isDescending: z.boolean().default(false),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
});

/** The question that the address of a list asks: `?phase=primary&phase=secondary&sort=-name`. */
export const questionInAddress = (address: URLSearchParams): z.infer<typeof schoolQuestion> => {
  const one = (name: string) => address.get(name) || undefined;
  const sort = one("sort") ?? "name";
  return schoolQuestion.parse({
    words: one("words"),
    phases: address.getAll("phase"),
    settings: address.getAll("setting"),
    statuses: address.getAll("status"),
    zone: one("zone"),
    trust: one("trust"),
    type: one("type"),
    sort: sort.replace(/^-/, ""),
    isDescending: sort.startsWith("-"),
  });
};

const wholeArea = 2_000;

export const schoolRouter = router({
  list: areaProcedure
    .input(schoolQuestion)
    .query(({ ctx, input }) => listSchools(ctx, ctx.area, input)),
  /** All schools that the filters leave, for the map. */
  places: areaProcedure
    .input(schoolQuestion.omit({ offset: true, limit: true }))
    .query(({ ctx, input }) =>
      listSchools(ctx, ctx.area, { ...input, offset: 0, limit: wholeArea }),
    ),
  choices: areaProcedure.query(({ ctx }) => listSchoolChoices(ctx, ctx.area)),
  shapes: areaProcedure.query(({ ctx }) => getAreaShapes(ctx, ctx.area)),
  get: areaProcedure
    .input(z.object({ urn: z.number().int() }))
    .query(({ ctx, input }) =>
      isUrn(input.urn) ? getSchool(ctx, ctx.area, input.urn) : refuse({ kind: "not-found" }),
    ),
  search: areaProcedure
    .input(
      z.object({ words: z.string().max(200), limit: z.number().int().min(1).max(20).default(8) }),
    )
    .query(({ ctx, input }) => searchSchools(ctx, ctx.area, input)),
});
