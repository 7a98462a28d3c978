import { initTRPC, TRPCError } from "@trpc/server";
import type { CookieSetting } from "@alongside/auth";
import { isOutage, refuse, RefusedError } from "@alongside/usecases/context";
import type { IdentityContext } from "@alongside/usecases/identity";
import type { FileStore } from "@alongside/usecases/attachment";
import { openArea } from "@alongside/usecases/area";
import { mayAdministerArea, mayOperate } from "@alongside/domain/identity";
import type { Refusal } from "@alongside/domain/refusal";
import { z, ZodError } from "zod";
import { aboutOf, isKeptHere, runOnce } from "./once.ts";
import { policyOf } from "./policy.ts";
import { statusOf } from "./status.ts";

/** What a request brings: the use cases' context, and the two things that only a response can do. */
export type ApiContext = IdentityContext & {
  readonly setCookie: (header: string) => void;
  readonly cookies: CookieSetting;
  /** Where links of the demonstration's mails lead; undefined where there is no mailbox to look into. */
  readonly mailboxOrigin: string | undefined;
  readonly address: string;
  readonly userAgent: string;
  /** Where the contents of attached files lie, for what has been kept for its term. */
  readonly files?: Pick<FileStore, "remove"> | undefined;
};

const fieldsOf = (error: ZodError): Refusal => ({
  kind: "invalid-input",
  fields: Object.fromEntries(
    error.issues.map((issue) => [issue.path.join("."), issue.message]).toReversed(),
  ),
});

const refusalOf = (cause: unknown): Refusal | undefined => {
  if (cause instanceof RefusedError) return cause.refusal;
  return cause instanceof ZodError ? fieldsOf(cause) : undefined;
};

const trpc = initTRPC.context<ApiContext>().create({
  isDev: false,
  /** A line now and then tells both ends of a live update that the other is there; no reply for three of them, and the browser calls again. */
  sse: {
    ping: { enabled: true, intervalMs: 10_000 },
    client: { reconnectAfterInactivityMs: 30_000 },
  },
  /** Only facts that a person may have leave the server: a refusal, or a request id to quote. */
  errorFormatter: ({ shape, error, ctx }) => ({
    code: shape.code,
    message: refusalOf(error.cause)?.kind ?? error.code,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      refusal: refusalOf(error.cause),
      requestId: ctx?.requestId,
    },
  }),
});

const answerRefusals = trpc.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  if (isOutage(result.error.cause)) throw new TRPCError({ code: "SERVICE_UNAVAILABLE" });
  if (!(result.error.cause instanceof RefusedError)) return result;
  throw new TRPCError({
    code: statusOf(result.error.cause.refusal).code,
    cause: result.error.cause,
  });
});

export const router = trpc.router;
export const createCallerFactory = trpc.createCallerFactory;

/**
 * The policy of the procedure as a whole, asked before its input is read. What its record allows beyond that is the
 * use case's to ask. A path without a policy is for nobody.
 */
const keepPolicy = trpc.middleware(({ ctx, path, next }) => {
  const policy = policyOf(path);
  if (policy === "everyone") return next();
  if (ctx.actor.kind !== "person") return refuse({ kind: "sign-in-required" });
  if (policy === undefined) return refuse({ kind: "not-allowed" });
  return policy === "operator" && !mayOperate(ctx.actor) ? refuse({ kind: "not-allowed" }) : next();
});

const isWhole = (input: unknown): boolean => {
  const left = [input];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === "string" && !value.isWellFormed()) return false;
    if (typeof value === "object" && value !== null)
      for (const pair of Object.entries(value)) for (const part of pair) left.push(part);
  }
  return true;
};

/** Half a character is no text: a database server refuses it as if it were broken itself. */
const keepText = trpc.middleware(async ({ getRawInput, next }) => {
  if (!isWhole(await getRawInput())) throw new TRPCError({ code: "BAD_REQUEST" });
  return next();
});

/** Open to those whom the policy file lets in. */
export const publicProcedure = trpc.procedure.use(answerRefusals).use(keepPolicy).use(keepText);

/** For people who are signed in. */
export const signedInProcedure = publicProcedure.use(({ ctx, next }) =>
  ctx.actor.kind === "person" ? next() : refuse({ kind: "sign-in-required" }),
);

/** A refusal comes out of a middleware wrapped as a fault: what is thrown on is the refusal itself. */
const reasonOf = (error: TRPCError): unknown =>
  error.code === "INTERNAL_SERVER_ERROR" ? (error.cause ?? error) : error;

/** Guarantee: tRPC reads `ok` and `data` of a result and nothing else; the mark it declares is there for its types. */
const answeredWith = (data: unknown): never => ({ ok: true, data }) as never;

/** Inside one area, named by its part of the address: `ctx.area` is one in which the actor has a part. */
export const areaProcedure = signedInProcedure
  .input(z.object({ area: z.string().max(80), key: z.string().min(8).max(80).optional() }))
  .use(async ({ ctx, input, path, next }) => {
    const area = await openArea(ctx, input.area);
    const isRefused =
      policyOf(path) === "area-administrator" && !mayAdministerArea(ctx.actor, area.id);
    return isRefused ? refuse({ kind: "not-allowed" }) : next({ ctx: { ...ctx, area } });
  })
  .use(async ({ ctx, input: { key }, path, getRawInput, next }) => {
    if (key === undefined || !isKeptHere(path)) return next();
    const about = aboutOf(path, await getRawInput());
    return answeredWith(
      await runOnce(ctx, { key, about }, async (inside) => {
        const result = await next({ ctx: inside });
        if (!result.ok) throw reasonOf(result.error);
        return result.data;
      }),
    );
  });
