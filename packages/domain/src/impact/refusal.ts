import type { DeploymentState } from "../deployment/state.ts";
import type { IsoDate } from "../school/index.ts";
import type { CaseStudyState } from "./case-study.ts";
import type { ReadingRefusal } from "./measure.ts";

/** Why nothing can be written of what the support did. */
export type ImpactRefusal =
  | ReadingRefusal
  /** Readings and the look half-way belong to work that all have signed and that is not closed. */
  | { readonly kind: "not-to-be-read"; readonly state: DeploymentState }
  | { readonly kind: "reading-taken-back" }
  | { readonly kind: "follow-up-not-due"; readonly dueOn: IsoDate }
  | { readonly kind: "follow-up-answered"; readonly at: string }
  | { readonly kind: "case-study-state"; readonly state: CaseStudyState }
  /** The work is not over: there is nothing to tell yet. */
  | { readonly kind: "work-not-over"; readonly state: DeploymentState };
