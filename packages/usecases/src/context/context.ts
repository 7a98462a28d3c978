import type { Auth } from "@alongside/auth";
import type { Database, Read, Write } from "@alongside/db";
import { recordEvent, type NewEvent, type Trace } from "@alongside/db/stores/event";
import type { Actor } from "@alongside/domain/identity";
import { londonDate, type IsoDate } from "@alongside/domain/school";

/** Everything that a use case may touch. Time and ids come in with it. */
export type Context = {
  readonly actor: Actor;
  readonly requestId: string;
  /** Whom a coordinator acts for, as words for the record: `school 900001`, `person p7`. */
  readonly onBehalfOf?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new random id, 120 bits or more, safe in an address. */
  readonly newId: () => string;
  readonly read: Read;
  readonly write: Database["write"];
  /** What a mailed link is made of; without it mails lead to the sign-in page. */
  readonly auth?: Pick<Auth, "newToken" | "seal"> | undefined;
};

export const instantOf = (ctx: Context): string => new Date(ctx.now()).toISOString();

/** Today in England. */
export const todayOf = (ctx: Context): IsoDate => londonDate(ctx.now());

const actorName = (actor: Actor): string => (actor.kind === "person" ? actor.personId : actor.kind);

export const traceOf = (ctx: Context): Trace => ({
  at: instantOf(ctx),
  actor: actorName(ctx.actor),
  onBehalfOf: ctx.onBehalfOf,
  requestId: ctx.requestId,
});

/** The same request inside a transaction that is open already: what a use case does in it stands or falls with the rest. */
export const within = <Ctx extends Context>(ctx: Ctx, tx: Write): Ctx => ({
  ...ctx,
  read: tx,
  write: (work) => work(tx),
});

/** Writes the event of a change: called in the same transaction as the change, or not at all. */
export const record = (ctx: Context, tx: Write, event: NewEvent): Promise<void> =>
  recordEvent(tx, traceOf(ctx), event);
