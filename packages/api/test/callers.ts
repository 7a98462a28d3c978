import { grants, openWorld, type World } from "../../usecases/src/identity/world.ts";
import {
  anonymous,
  toId,
  type Actor,
  type Grant,
  type OrganisationId,
} from "@alongside/domain/identity";
import { RefusedError } from "@alongside/usecases/context";
import { TRPCError } from "@trpc/server";
import { recordDefaults } from "../../usecases/src/area/defaults.ts";
import { places } from "../../usecases/src/identity/world.ts";
import { appRouter } from "../src/router.ts";
import { createCallerFactory, type ApiContext } from "../src/trpc.ts";

export const here = "here";
export const there = "there";

/** Everyone who may ask: by a name for the report, with what they hold. */
export const cast: Readonly<Record<string, readonly Grant[] | undefined>> = {
  visitor: undefined,
  "person without a part": [],
  head: [grants.head],
  "head of another school": [grants.headOfBeech],
  "head of another area": [grants.headOfCedar],
  staff: [grants.staff],
  leader: [grants.leader],
  "organisation administrator": [
    {
      role: "organisation-administrator",
      areaId: places.here,
      organisationId: toId<OrganisationId>("hub"),
    },
  ],
  coordinator: [grants.coordinator],
  "coordinator of another zone": [{ ...grants.coordinator, zoneId: places.east }],
  officer: [grants.officer],
  "board member": [grants.board],
  "board clerk": [{ role: "board-clerk", areaId: places.here }],
  administrator: [grants.administrator],
  "administrator of another area": [grants.administratorThere],
  operator: [grants.operator],
};

export type Asked = {
  readonly world: World;
  /** What a procedure answers to someone: its value, the kind of its refusal, or `fault`. */
  readonly ask: (actor: Actor, path: string, input: unknown) => Promise<Answer>;
  readonly actors: ReadonlyMap<string, Actor>;
};

export type Answer =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "refused"; readonly refusal: string }
  | { readonly kind: "fault"; readonly words: string };

const answerOf = (error: unknown): Answer => {
  const cause = error instanceof TRPCError ? error.cause : error;
  if (cause instanceof RefusedError) return { kind: "refused", refusal: cause.refusal.kind };
  if (error instanceof TRPCError && error.code === "BAD_REQUEST") {
    return { kind: "refused", refusal: "invalid-input" };
  }
  return {
    kind: "fault",
    words: `${String(cause).slice(-160)} ${cause instanceof Error ? String(cause.cause) : ""}`,
  };
};

type Callable = (input: unknown) => Promise<unknown>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  (typeof value === "object" || typeof value === "function") && value !== null;

/** The caller's function at a path such as `need.submit`: the router made it, so it takes any input. */
export const procedureAt = (caller: unknown, path: string): Callable => {
  const found = path
    .split(".")
    .reduce<unknown>((part, name) => (isRecord(part) ? part[name] : undefined), caller);
  return found as Callable;
};

const contextFor = (world: World, actor: Actor): ApiContext => ({
  ...world.as(actor, actor.kind === "person" ? "session" : undefined),
  setCookie: () => undefined,
  cookies: { secure: true },
  mailboxOrigin: undefined,
  address: "192.0.2.1",
  userAgent: "test",
});

/** Two areas with everyone in them, and a way to ask any procedure as anyone. */
export const openCast = async (): Promise<Asked> => {
  const world = await openWorld();
  await world.database.write(async (tx) => {
    await recordDefaults(tx, places.here);
    await recordDefaults(tx, places.there);
  });
  const actors = new Map<string, Actor>();
  for (const [name, held] of Object.entries(cast)) {
    actors.set(
      name,
      held === undefined
        ? anonymous
        : (await world.signedIn(name.replaceAll(" ", ""), ...held)).actor,
    );
  }
  const create = createCallerFactory(appRouter);
  return {
    world,
    actors,
    ask: async (actor, path, input) => {
      try {
        const procedure = procedureAt(create(contextFor(world, actor)), path);
        return { kind: "value", value: await procedure(input) };
      } catch (error) {
        return answerOf(error);
      }
    },
  };
};
