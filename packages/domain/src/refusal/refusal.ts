import type { CapacityRefusal, LedgerRefusal } from "../capacity/index.ts";
import type { ConcernRefusal } from "../concern/index.ts";
import type { ConflictGround, ConflictRefusal, InterestRefusal } from "../conflict/index.ts";
import type { DeploymentRefusal } from "../deployment/index.ts";
import type { DesignationRefusal } from "../code-list/index.ts";
import type { PasswordFault, Role } from "../identity/index.ts";
import type { ImpactRefusal } from "../impact/index.ts";
import type { AttachmentRefusal } from "../attachment/index.ts";
import type { MenuRefusal } from "../menu/index.ts";
import type { NeedRefusal } from "../need/index.ts";
import type { EligibilityRule, OfferRefusal } from "../offer/index.ts";
import type { OrganisationRefusal } from "../organisation/index.ts";
import type { BoundaryFault, TermFault } from "../partnership/index.ts";
import type { ReviewRefusal } from "../review/index.ts";
import type { RoundRefusal } from "../round/index.ts";
import type { RetentionRefusal } from "../retention/index.ts";
import type { IsoDate, Urn } from "../school/index.ts";
import type { AssemblyRefusal } from "../meeting/index.ts";
import type { SurveyRefusal } from "../survey/index.ts";
import type { VisitRefusal } from "../visit/index.ts";
import type { ShortlistRefusal } from "../shortlist/index.ts";

/** What any use case may answer instead of doing what was asked. Each kind carries the facts for its sentence. */
export type CommonRefusal =
  | { readonly kind: "sign-in-required" }
  /** The record is not there, or is not the actor's to know of: both answer alike. */
  | { readonly kind: "not-found" }
  | { readonly kind: "not-allowed" }
  | { readonly kind: "invalid-input"; readonly fields: Readonly<Record<string, string>> }
  /** Someone else changed the record first: who, when, and its version now. */
  | {
      readonly kind: "changed-since";
      readonly version: number;
      readonly by: string;
      readonly at: string;
    }
  | { readonly kind: "already-exists"; readonly field: string };

export type RegisterRefusal =
  | { readonly kind: "file-not-readable"; readonly sentence: string }
  | { readonly kind: "import-already-handled"; readonly state: string }
  /** The register moved on between the preview and the confirmation. */
  | { readonly kind: "preview-out-of-date" };

export type PartnershipRefusal =
  | { readonly kind: "authority-taken"; readonly laCode: string }
  /** The area has schools of that authority in its zones. */
  | { readonly kind: "authority-in-use"; readonly laCode: string; readonly schools: number }
  | { readonly kind: "term-dates-wrong"; readonly faults: readonly TermFault[] }
  | { readonly kind: "school-not-in-area"; readonly urn: Urn }
  | { readonly kind: "phase-not-served"; readonly urn: Urn; readonly zone: string }
  | { readonly kind: "zone-closed"; readonly zone: string }
  /** The school's place in that zone last changed on a later day than the one given. */
  | {
      readonly kind: "placed-before-last";
      readonly urn: Urn;
      readonly zone: string;
      readonly since: IsoDate;
    }
  | { readonly kind: "boundary-wrong"; readonly fault: BoundaryFault }
  /** The engine counts on the entries of this list: their words may change, the entries may not. */
  | { readonly kind: "list-fixed"; readonly list: string }
  | { readonly kind: "last-entry"; readonly list: string }
  | OrganisationRefusal;

export type IdentityRefusal =
  /** Wrong password, no such account, and one that was deactivated: all three answer alike. */
  | { readonly kind: "sign-in-refused" }
  | { readonly kind: "too-many-attempts"; readonly retryAfterSeconds: number }
  | { readonly kind: "password-refused"; readonly fault: PasswordFault }
  /** The code is wrong, was used before, or is not for now. */
  | { readonly kind: "second-factor-refused" }
  /** The part that the person plays needs a second factor, which this sign-in lacks. */
  | { readonly kind: "second-factor-needed" }
  /** Shown too long ago for what is asked: show it again. */
  | { readonly kind: "second-factor-stale" }
  /** A mailed link that opens nothing any more. */
  | { readonly kind: "link-closed"; readonly reason: "unknown" | "expired" | "used" | "revoked" }
  /** The invitation is for the account with its own address, and that is not the one signed in. */
  | { readonly kind: "sign-in-as-invited" }
  | { readonly kind: "role-not-yours-to-give"; readonly role: Role }
  /** Somebody must be left who can administer the area, or run the instance. */
  | { readonly kind: "last-administrator" }
  | { readonly kind: "external-sign-in-refused" }
  /** Nobody here is linked to that account at the other service. */
  | { readonly kind: "external-account-unknown"; readonly provider: string }
  | { readonly kind: "external-account-taken"; readonly provider: string };

export type SupplyRefusal =
  | CapacityRefusal
  | LedgerRefusal
  | DesignationRefusal
  /** Days that nobody has promised lately are not matched until they are reconfirmed; a maybe never is. */
  | { readonly kind: "capacity-not-current"; readonly goodUntil: IsoDate | null };

export type MarketRefusal =
  | OfferRefusal
  | ShortlistRefusal
  | MenuRefusal
  | AttachmentRefusal
  /** Hard rules that the leader does not pass; `isOverridable` when a reason would set all of them aside. */
  | {
      readonly kind: "rules-broken";
      readonly rules: readonly EligibilityRule[];
      readonly isOverridable: boolean;
    };

/** Why a plan cannot be made, sent or mended. */
export type BrokeringRefusal =
  | RoundRefusal
  /** One placement of a plan can no longer be offered, so that none is: whose days, for which school, and why. */
  | {
      readonly kind: "placement-lost";
      readonly leader: string;
      readonly school: string;
      readonly because: PlacementTrouble;
    }
  | { readonly kind: "solving-already" }
  /** The round has moved on since the run was made: its plan no longer answers it. */
  | { readonly kind: "run-out-of-date"; readonly run: number };

/** What became of a placement: the days are gone or run out, the need is taken, or a rule no longer holds. */
export type PlacementTrouble = "days" | "need" | "rule";

export type AgreementRefusal =
  | DeploymentRefusal
  | ConflictRefusal
  | InterestRefusal
  /** What was typed under the agreement is not the name of whoever signs. */
  | { readonly kind: "not-your-name"; readonly name: string }
  /** Conflicts of interest that stand in the way: nobody has decided about them, or they were refused. */
  | { readonly kind: "conflict-blocks"; readonly grounds: readonly ConflictGround["kind"][] };

export type MailRefusal =
  /** It has gone out, is on its way, or its reader wants it otherwise. */
  { readonly kind: "mail-under-way" };

export type Refusal =
  | CommonRefusal
  | RegisterRefusal
  | PartnershipRefusal
  | IdentityRefusal
  | NeedRefusal
  | SupplyRefusal
  | MarketRefusal
  | MailRefusal
  | AgreementRefusal
  | BrokeringRefusal
  | VisitRefusal
  | AssemblyRefusal
  | ImpactRefusal
  | ConcernRefusal
  | RetentionRefusal
  | ReviewRefusal
  | SurveyRefusal;
export type RefusalKind = Refusal["kind"];
