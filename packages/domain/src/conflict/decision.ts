import type { Instant } from "../calendar/index.ts";
import type { PersonId } from "../identity/index.ts";
import { accepted, refused, type Result } from "../result/index.ts";
import type { ConflictGround } from "./detect.ts";

type Decided = {
  readonly reason: string;
  /** What the two keep to where it is allowed; empty when nothing is asked of them. */
  readonly conditions: string;
  readonly by: PersonId;
  readonly at: Instant;
};

/** A conflict of interest on its way to a decision (Product rules, §3: conflict of interest). */
export type Conflict =
  | { readonly state: "found"; readonly ground: ConflictGround; readonly foundAt: Instant }
  | ({
      readonly state: "allowed" | "upheld";
      readonly ground: ConflictGround;
      readonly foundAt: Instant;
    } & Decided);
export type ConflictState = Conflict["state"];

/** What may be done about a conflict. Whoever decides is part of the decision, which can be published. */
export type ConflictCommand =
  | ({ readonly type: "allow" | "uphold" } & Decided)
  | {
      readonly type: "revisit";
      readonly at: Instant;
    };
export type ConflictCommandType = ConflictCommand["type"];

export const conflictCommands = [
  "allow",
  "uphold",
  "revisit",
] as const satisfies readonly ConflictCommandType[];

export type ConflictEvent =
  | ({ readonly type: "allowed" | "upheld" } & Decided)
  | { readonly type: "revisited"; readonly at: Instant };

export type ConflictRefusal =
  | {
      readonly kind: "wrong-state";
      readonly machine: "conflict";
      readonly state: ConflictState;
      readonly command: ConflictCommandType;
    }
  | { readonly kind: "words-needed"; readonly field: "reason" }
  | { readonly kind: "own-conflict"; readonly by: PersonId };

const none = { allow: [], uphold: [], revisit: [] } as const;

/** Where each command may lead from each state; an empty cell is refused (Product rules, §3: conflict of interest). */
export const conflictTransitions: Readonly<
  Record<ConflictState, Readonly<Record<ConflictCommandType, readonly ConflictState[]>>>
> = {
  found: { ...none, allow: ["allowed"], uphold: ["upheld"] },
  allowed: { ...none, revisit: ["found"] },
  upheld: { ...none, revisit: ["found"] },
};

/** What a command does to a conflict; a decision has a reason (Product rules, §3: conflict of interest). */
export const decideConflict = (
  conflict: Conflict,
  command: ConflictCommand,
  interested: readonly PersonId[],
): Result<ConflictEvent, ConflictRefusal> => {
  const { state } = conflict;
  if (conflictTransitions[state][command.type].length === 0)
    return refused({ kind: "wrong-state", machine: "conflict", state, command: command.type });
  if (command.type === "revisit") return accepted({ type: "revisited", at: command.at });
  const { reason, conditions, by, at } = command;
  if (reason.trim() === "") return refused({ kind: "words-needed", field: "reason" });
  if (interested.includes(by)) return refused({ kind: "own-conflict", by });
  return accepted({
    type: command.type === "allow" ? "allowed" : "upheld",
    reason,
    conditions,
    by,
    at,
  });
};

/** The conflict after an event; an event that does not fit its state changes nothing. */
export const evolveConflict = (conflict: Conflict, event: ConflictEvent): Conflict => {
  const { ground, foundAt } = conflict;
  if (event.type === "revisited") return { state: "found", ground, foundAt };
  if (conflict.state !== "found") return conflict;
  const { type: state, reason, conditions, by, at } = event;
  return { state, ground, foundAt, reason, conditions, by, at };
};

/** A conflict blocks until it is decided, and for good when it is upheld (Product rules, §3: conflict of interest). */
export const blocks = ({ state }: Pick<Conflict, "state">): boolean => state !== "allowed";
