import type { Area } from "@alongside/db/views/area";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { canonicalTerms } from "@alongside/domain/deployment";
import {
  mayRunDeployment,
  maySignAs,
  mayWriteAgreement,
  type Actor,
  type DeploymentPlace,
} from "@alongside/domain/identity";
import { signatories } from "@alongside/domain/deployment";
import type { Context } from "../context/index.ts";
import { changeDeployment, type DeploymentSeen } from "./act.ts";
import type { DeploymentChanged } from "./apply.ts";
import { hashOfTerms } from "./hash.ts";
import { requireNoConflict } from "./no-conflict.ts";
import { readTerms, type TermsInput } from "./terms.ts";

/** Saves the draft of an agreement; what is the same as before is not saved again. Refuses codes and rates that the partnership does not have. */
export const reviseAgreement = (
  ctx: Context,
  area: Area,
  input: DeploymentSeen & { readonly terms: TermsInput },
): Promise<DeploymentChanged> =>
  changeDeployment(ctx, area, {
    seen: input,
    act: {
      may: mayWriteAgreement,
      commandFor: async ({ stored: { row } }, tx) => {
        const { deployment } = row;
        const terms = await readTerms(ctx, tx, { area, input: input.terms, deployment });
        const isSame =
          deployment.state === "drafting" &&
          canonicalTerms(deployment.terms) === canonicalTerms(terms);
        return isSame ? undefined : { type: "revise", at: toInstant(ctx.now()), terms };
      },
    },
  });

/** Sends a whole draft out to be signed, fixed by its hash. Refuses terms that are not whole, days that are not there, and a conflict that blocks. */
export const issueAgreement = (
  ctx: Context,
  area: Area,
  input: DeploymentSeen,
): Promise<DeploymentChanged> =>
  changeDeployment(ctx, area, {
    seen: input,
    act: {
      may: mayRunDeployment,
      commandFor: async ({ stored }, tx) => {
        await requireNoConflict(ctx, tx, { area, stored });
        const { deployment } = stored.row;
        const hash = deployment.state === "drafting" ? hashOfTerms(deployment.terms) : "none";
        return { type: "issue", at: toInstant(ctx.now()), hash };
      },
    },
  });

const isPartOfIt = (actor: Actor, place: DeploymentPlace): boolean =>
  mayRunDeployment(actor, place) ||
  signatories.some((signatory) => maySignAs(actor, place, signatory));

/** Takes a version back that is not signed by all yet, with the reason: whoever was to sign it may ask for it, and so may the coordinator. */
export const takeBackVersion = (
  ctx: Context,
  area: Area,
  input: DeploymentSeen & { readonly reason: string },
): Promise<DeploymentChanged> =>
  changeDeployment(ctx, area, {
    seen: input,
    act: {
      may: isPartOfIt,
      commandFor: async ({ stored: { row } }) => {
        const { state } = row.deployment;
        const type = state === "active" || state === "paused" ? "drop-amendment" : "redraft";
        return { type, at: toInstant(ctx.now()), reason: input.reason };
      },
    },
  });

/** Sends a changed agreement out to be signed by all three again; until then the version in force counts. */
export const amendAgreement = (
  ctx: Context,
  area: Area,
  input: DeploymentSeen & { readonly terms: TermsInput },
): Promise<DeploymentChanged> =>
  changeDeployment(ctx, area, {
    seen: input,
    act: {
      may: mayRunDeployment,
      commandFor: async ({ stored }, tx) => {
        const { deployment } = stored.row;
        await requireNoConflict(ctx, tx, { area, stored });
        const terms = await readTerms(ctx, tx, { area, input: input.terms, deployment });
        return { type: "amend", at: toInstant(ctx.now()), terms, hash: hashOfTerms(terms) };
      },
    },
  });
