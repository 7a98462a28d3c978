import type { Instant } from "../calendar/index.ts";
import type { PersonId } from "../identity/index.ts";
import { accepted, refused, type Result } from "../result/index.ts";
import type { ConflictGround } from "./detect.ts";

/** What ties a person to a school (Product rules, §3: conflict of interest). */
export const interestKinds = [
  "past-employment",
  "governor",
  "reciprocal-support",
  "other",
] as const;
export type InterestKind = (typeof interestKinds)[number];

/** A tie counts from when it is declared until it is withdrawn; it stays on record either way. */
export type Interest =
  | { readonly state: "declared" }
  | {
      readonly state: "withdrawn";
      readonly reason: string;
      readonly by: PersonId;
      readonly at: Instant;
    };
export type InterestState = Interest["state"];

export type InterestRefusal =
  | {
      readonly kind: "wrong-state";
      readonly machine: "interest";
      readonly state: InterestState;
      readonly command: "withdraw";
    }
  | { readonly kind: "words-needed"; readonly field: "reason" };

/**
 * Takes a declared tie back, with a reason. The conflicts that rest on it go on to wait for whoever decides, so that nobody clears
 * one alone (Product rules, §3: conflict of interest).
 */
export const withdrawTie = (
  { state }: Interest,
  command: { readonly reason: string; readonly by: PersonId; readonly at: Instant },
): Result<Extract<Interest, { readonly state: "withdrawn" }>, InterestRefusal> => {
  if (state === "withdrawn")
    return refused({ kind: "wrong-state", machine: "interest", state, command: "withdraw" });
  const reason = command.reason.trim();
  if (reason === "") return refused({ kind: "words-needed", field: "reason" });
  return accepted({ state: "withdrawn", ...command, reason });
};

/** A tie as it was declared: whose, of which kind, in which words. */
export type DeclaredTie = {
  readonly personId: PersonId;
  readonly kind: InterestKind;
  readonly words: string;
};

/** Whether what a conflict of a leader was found from is this tie. */
export const restsOn = (ground: ConflictGround, leader: PersonId, tie: DeclaredTie): boolean => {
  switch (ground.kind) {
    case "same-governors":
      return tie.kind === "governor" && ground.governors.includes(tie.personId);
    case "past-employment":
    case "reciprocal-support":
      return tie.kind === ground.kind && tie.personId === leader;
    case "declared":
      return tie.kind === "other" && tie.personId === leader && tie.words === ground.text;
    case "same-trust":
    case "coordinators-own-school":
      return false;
  }
};
