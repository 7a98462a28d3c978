import type { Write } from "@alongside/db";
import { recordConcern } from "@alongside/db/stores/concern";
import type { Area } from "@alongside/db/views/area";
import { listCodeEntries } from "@alongside/db/views/partnership";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import {
  decideConcern,
  evolveConcern,
  type ConcernCommand,
  type ConcernId,
  type ConcernState,
  type Stage,
} from "@alongside/domain/concern";
import type { IsoDate } from "@alongside/domain/school";
import { instantOf, orRefuse, record, refuse, type Context } from "../context/index.ts";
import { requireVersion } from "../partnership/changed-since.ts";
import { toLoggedConcern } from "./event.ts";
import { requireAddresses, sendLetter, type LetterAddresses } from "./letter.ts";
import { openConcern } from "./place.ts";

export type ConcernSeen = { readonly id: ConcernId; readonly version: number };
export type ConcernChanged = ConcernSeen & { readonly state: ConcernState };

type Act = {
  readonly seen: ConcernSeen;
  readonly command: ConcernCommand;
  /** What else must hold, looked at in the same transaction. */
  readonly check?: (tx: Write) => Promise<void>;
  /** What follows from it, in the same transaction. */
  readonly follow?: (tx: Write) => Promise<void>;
};

const changeConcern = (ctx: Context, area: Area, act: Act): Promise<ConcernChanged> =>
  ctx.write(async (tx) => {
    const { seen, command, check, follow } = act;
    const { row } = await openConcern(ctx, tx, { area, id: seen.id });
    const { id, version } = row;
    await requireVersion(tx, { entity: "concern", entityId: id, version }, seen.version);
    await check?.(tx);
    const event = orRefuse(decideConcern(row.concern, command));
    const concern = evolveConcern(row.concern, event);
    await recordConcern(tx, row, { concern, changedAt: instantOf(ctx) });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "concern",
      entityId: id,
      entityVersion: version + 1,
      ...toLoggedConcern(event),
    });
    await follow?.(tx);
    return { id, version: version + 1, state: concern.state };
  });

/** Says how a concern was taken up. */
export const handleConcern = (
  ctx: Context,
  area: Area,
  input: ConcernSeen & { readonly handling: string },
): Promise<ConcernChanged> => {
  const command = {
    type: "handle",
    at: toInstant(ctx.now()),
    handling: input.handling.trim(),
  } as const;
  return changeConcern(ctx, area, { seen: input, command });
};

const requireReason = async (tx: Write, area: Area, reason: string): Promise<void> => {
  const entries = await listCodeEntries(tx, area.id, "escalation-reason");
  if (!entries.some(({ code, retiredOn }) => code === reason && retiredOn === null))
    refuse({ kind: "invalid-input", fields: { reason: "Choose a reason" } });
};

/**
 * Takes a concern one stage further, by a letter with a day for its reply: it is mailed `to` those whom the stage names, or went another way
 * where there is no `to`. Refuses `stage-out-of-order`, `no-further-stage` and `reply-by-not-ahead`, and by field an address that is missing.
 */
export const escalateConcern = (
  ctx: Context,
  area: Area,
  input: ConcernSeen & {
    readonly stage: Stage;
    readonly reason: string;
    readonly letter: string;
    readonly replyBy: IsoDate;
    readonly to?: LetterAddresses | undefined;
  },
): Promise<ConcernChanged> => {
  const { stage, reason, letter, replyBy, to, ...seen } = input;
  const { id } = seen;
  const at = toInstant(ctx.now());
  const command = { type: "escalate", at, stage, reason, letter: letter.trim(), replyBy } as const;
  return changeConcern(ctx, area, {
    seen,
    command,
    check: async (tx) => {
      await requireReason(tx, area, reason);
      if (to !== undefined) requireAddresses(stage, to);
    },
    follow: async (tx) => {
      if (to === undefined) return;
      await sendLetter(ctx, tx, { area, id, stage, to, letter: command.letter, replyBy });
    },
  });
};

/** Writes down what the school replied to the letter that is out. Refuses `already-replied`. */
export const recordConcernReply = (
  ctx: Context,
  area: Area,
  input: ConcernSeen & { readonly text: string },
): Promise<ConcernChanged> => {
  const command = { type: "reply", at: toInstant(ctx.now()), text: input.text.trim() } as const;
  return changeConcern(ctx, area, { seen: input, command });
};

/** Says how a concern came to its end; the school's leaders may go out again. */
export const resolveConcern = (
  ctx: Context,
  area: Area,
  input: ConcernSeen & { readonly resolution: string },
): Promise<ConcernChanged> => {
  const at = toInstant(ctx.now());
  const command = { type: "resolve", at, resolution: input.resolution.trim() } as const;
  return changeConcern(ctx, area, { seen: input, command });
};
