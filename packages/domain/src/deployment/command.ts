import type { Instant } from "../calendar/index.ts";
import type { PersonId } from "../identity/index.ts";
import type { AgreementTerms, Signatory, Signature, TermsRefusal } from "./agreement.ts";
import type { DeploymentState, Evaluation, Side } from "./state.ts";

type Timed = { readonly at: Instant };

/** What may be done to a deployment, and when. Hashes are given in. */
export type DeploymentCommand = Timed &
  (
    | { readonly type: "revise"; readonly terms: AgreementTerms }
    | { readonly type: "issue"; readonly hash: string }
    | { readonly type: "redraft"; readonly reason: string }
    | {
        readonly type: "sign";
        readonly signatory: Signatory;
        readonly person: PersonId;
        readonly typedName: string;
        /** How the consent was given, when signing on somebody's behalf; `null` for oneself. */
        readonly onBehalf: string | null;
        /** Of the version that the signatory read. */
        readonly hash: string;
      }
    | { readonly type: "amend"; readonly terms: AgreementTerms; readonly hash: string }
    | { readonly type: "drop-amendment"; readonly reason: string }
    | { readonly type: "pause"; readonly reason: string }
    | { readonly type: "resume" }
    | { readonly type: "complete" }
    | {
        readonly type: "evaluate";
        readonly side: Side;
        readonly answers: Evaluation["answers"];
      }
    | { readonly type: "close" }
    | { readonly type: "end-early"; readonly reason: string }
  );
export type DeploymentCommandType = DeploymentCommand["type"];

export const deploymentCommands = [
  "revise",
  "issue",
  "redraft",
  "sign",
  "amend",
  "drop-amendment",
  "pause",
  "resume",
  "complete",
  "evaluate",
  "close",
  "end-early",
] as const satisfies readonly DeploymentCommandType[];

/** What happened to a deployment. */
export type DeploymentEvent = Timed &
  (
    | { readonly type: "revised"; readonly terms: AgreementTerms }
    | { readonly type: "issued"; readonly number: number; readonly hash: string }
    | { readonly type: "redrafted"; readonly reason: string; readonly number: number }
    | { readonly type: "signed"; readonly signature: Signature; readonly number: number }
    | {
        /** The third signature: the version is in force. `change` is by how many half-days it moves the ledger. */
        readonly type: "in-force";
        readonly signature: Signature;
        readonly number: number;
        readonly change: number;
      }
    | {
        readonly type: "amendment-issued";
        readonly number: number;
        readonly terms: AgreementTerms;
        readonly hash: string;
      }
    | { readonly type: "amendment-dropped"; readonly number: number; readonly reason: string }
    | { readonly type: "paused"; readonly reason: string }
    | { readonly type: "resumed" }
    | { readonly type: "completed" }
    | { readonly type: "evaluated"; readonly evaluation: Evaluation }
    | { readonly type: "closed" }
    | { readonly type: "ended-early"; readonly reason: string }
  );

export type DeploymentRefusal =
  | {
      readonly kind: "wrong-state";
      readonly machine: "deployment";
      readonly state: DeploymentState;
      readonly command: DeploymentCommandType;
    }
  | TermsRefusal
  | { readonly kind: "another-version"; readonly number: number; readonly hash: string }
  | { readonly kind: "already-signed"; readonly signatory: Signatory; readonly at: Instant }
  | { readonly kind: "nothing-to-sign"; readonly number: number }
  | { readonly kind: "amendment-open"; readonly number: number }
  | { readonly kind: "no-amendment" }
  | { readonly kind: "already-evaluated"; readonly side: Side; readonly at: Instant }
  | {
      readonly kind: "words-needed";
      readonly field: "typedName" | "onBehalf" | "reason" | "hash" | "answers";
    };
