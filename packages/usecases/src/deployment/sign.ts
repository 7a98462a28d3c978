import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import {
  isOwnName,
  versionToSign,
  type AgreementVersion,
  type Deployment,
  type DeploymentId,
  type Signatory,
} from "@alongside/domain/deployment";
import { isSignatory, maySignAs, type DeploymentPlace } from "@alongside/domain/identity";
import { authorise, refuse, type Context } from "../context/index.ts";
import { applyToDeployment, type DeploymentChanged } from "./apply.ts";
import { requireNoConflict } from "./no-conflict.ts";
import { openDeployment } from "./place.ts";

export type Signing = {
  readonly id: DeploymentId;
  readonly signatory: Signatory;
  readonly typedName: string;
  /** Of the version that was read. A signature is under what was read, so no version of the record is asked for. */
  readonly hash: string;
  /** How the consent was given, when signing on somebody's behalf. */
  readonly consent?: string | undefined;
};

const behalfOf = (place: DeploymentPlace, signatory: Signatory): string => {
  if (signatory === "leader") return `person ${place.leader.personId}`;
  return `school ${signatory === "supported-head" ? place.need.urn : place.leader.homeUrn}`;
};

const versionsOf = (deployment: Deployment): readonly (AgreementVersion | null)[] => [
  versionToSign(deployment),
  "agreement" in deployment ? deployment.agreement : null,
];

/** Signing again what one has signed changes nothing: the answer to the first request may have been lost. */
const hasSigned = (ctx: Context, deployment: Deployment, signing: Signing): boolean =>
  versionsOf(deployment).some(
    (version) =>
      version?.hash === signing.hash &&
      version.signatures.some(
        ({ signatory, person }) =>
          signatory === signing.signatory &&
          ctx.actor.kind === "person" &&
          person === ctx.actor.personId,
      ),
  );

const signNow = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly input: Signing },
): Promise<DeploymentChanged> => {
  const { area, input } = given;
  const opened = await openDeployment(ctx, tx, { area, id: input.id });
  const { stored, place } = opened;
  const { row } = stored;
  const { signatory, typedName, hash } = input;
  authorise(maySignAs(ctx.actor, place, signatory));
  if (ctx.actor.kind !== "person") return refuse({ kind: "sign-in-required" });
  const { personId: person, name } = ctx.actor;
  const { id, version, state, deployment } = row;
  if (hasSigned(ctx, deployment, input)) return { id, version, state };
  if (!isOwnName(typedName, name)) refuse({ kind: "not-your-name", name });
  await requireNoConflict(ctx, tx, { area, stored });
  const isOwn = isSignatory(ctx.actor, place, signatory);
  const onBehalf = isOwn ? null : (input.consent ?? "").trim();
  const doer = isOwn ? ctx : { ...ctx, onBehalfOf: behalfOf(place, signatory) };
  const at = toInstant(ctx.now());
  const command = { type: "sign", at, signatory, person, typedName, onBehalf, hash } as const;
  return applyToDeployment(doer, tx, { area, opened, command });
};

/**
 * One of the three signs the version that was read, with the own name; with the third signature it is in force, the days are committed and
 * the need is agreed, all at once. A coordinator with the right to act on behalf signs for a side that never signs in, and says how the
 * consent was given. Refuses `another-version`, `already-signed`, `not-your-name`, `conflict-blocks` and `not-enough-days`.
 */
export const signAgreement = (
  ctx: Context,
  area: Area,
  input: Signing,
): Promise<DeploymentChanged> => ctx.write((tx) => signNow(ctx, tx, { area, input }));
