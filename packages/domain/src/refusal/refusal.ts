import type { Urn } from "../school/index.ts";

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
  | { readonly kind: "terms-overlap"; readonly term: string }
  | { readonly kind: "school-not-in-area"; readonly urn: Urn }
  | { readonly kind: "phase-not-served"; readonly urn: Urn; readonly zone: string }
  | { readonly kind: "zone-closed"; readonly zone: string };

export type Refusal = CommonRefusal | RegisterRefusal | PartnershipRefusal;
export type RefusalKind = Refusal["kind"];
