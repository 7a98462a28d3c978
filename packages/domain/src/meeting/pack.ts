import type { Instant } from "../calendar/index.ts";
import type { ShownFigure } from "../board/shown.ts";
import type { Outcome } from "../board/outcome.ts";
import { accepted, refused, type Result } from "../result/index.ts";
import type { IsoDate } from "../school/index.ts";
import type { Ground } from "./meeting.ts";

/** An action as a pack tells of it. */
export type PackAction = {
  readonly text: string;
  readonly owner: string;
  readonly dueOn: IsoDate;
  readonly setOn: IsoDate;
  readonly isOverdue: boolean;
};

/** A decision as a pack tells of it. */
export type PackDecision = {
  readonly number: number;
  readonly on: IsoDate;
  readonly text: string;
  readonly reason: string;
  readonly ground: Ground;
};

/** Everything that a pack says, as it was on the day on which it was frozen. Nothing in it is looked up later. */
export type PackContent = {
  readonly format: 1;
  readonly frozenAt: Instant;
  readonly area: string;
  readonly body: string;
  readonly remit: string;
  readonly meeting: {
    readonly date: IsoDate;
    readonly time: string;
    readonly place: string;
    readonly agenda: readonly string[];
  };
  readonly zones: readonly { readonly id: string; readonly name: string }[];
  readonly areas: readonly { readonly code: string; readonly label: string }[];
  readonly terms: readonly { readonly id: string; readonly name: string }[];
  readonly figures: readonly ShownFigure[];
  readonly outcomes: readonly Outcome[];
  readonly carried: readonly PackAction[];
  readonly decisions: readonly PackDecision[];
  readonly register: { readonly source: string; readonly asOf: string } | null;
  /** The last event of the audit chain when it was frozen: the chain up to there cannot be changed unseen. */
  readonly chain: { readonly events: number; readonly head: string };
};

export type PackRefusal =
  /** The pack of a meeting that has gone out is not made again. */
  | { readonly kind: "pack-issued"; readonly number: number }
  | { readonly kind: "pack-being-made" }
  | { readonly kind: "pack-stopped" }
  /** Somebody has made another since: look at that one first. */
  | { readonly kind: "pack-replaced"; readonly number: number };

type Made = { readonly number: number; readonly isIssued: boolean };

/** The number of the next pack of a meeting: made again as often as it takes, until one was issued. */
export const nextPack = (made: readonly Made[]): Result<number, PackRefusal> => {
  const issued = made.find(({ isIssued }) => isIssued);
  return issued === undefined
    ? accepted(Math.max(0, ...made.map(({ number }) => number)) + 1)
    : refused({ kind: "pack-issued", number: issued.number });
};

/** Issues the newest pack of a meeting, once; an older one is not what was agreed to go out. */
export const issuePack = (made: readonly Made[], number: number): Result<number, PackRefusal> => {
  const next = nextPack(made);
  if (!next.ok) return next;
  const newest = next.value - 1;
  return newest === number ? accepted(number) : refused({ kind: "pack-replaced", number: newest });
};
