import type { Write } from "@alongside/db";
import { recordDeploymentMails } from "@alongside/db/stores/deployment";
import type { Area } from "@alongside/db/views/area";
import type { StoredDeployment } from "@alongside/db/views/deployment";
import { findPerson } from "@alongside/db/views/identity";
import { listHeadsOf } from "@alongside/db/views/need";
import {
  missingSignatories,
  versionToSign,
  type DeploymentEvent,
  type Signatory,
} from "@alongside/domain/deployment";
import { toId, type PersonId } from "@alongside/domain/identity";
import { instantOf, type Context } from "../context/index.ts";
import type { Happened } from "./apply.ts";

type Side = Signatory | "coordinator";

const three: readonly Side[] = ["supported-head", "leader", "home-school-head"];
const all: readonly Side[] = [...three, "coordinator"];

type Letter = { readonly template: string; readonly to: readonly Side[] };

const letterFor = ({ event, after }: Happened): Letter | undefined => {
  const version = versionToSign(after);
  const signers = version === null ? three : missingSignatories(version);
  const letters: Partial<Readonly<Record<DeploymentEvent["type"], Letter>>> = {
    issued: { template: "agreement-to-sign", to: signers },
    redrafted: { template: "agreement-taken-back", to: all },
    signed: { template: "agreement-signed", to: ["coordinator"] },
    "in-force": { template: "agreement-in-force", to: all },
    "amendment-issued": { template: "amendment-to-sign", to: signers },
    "amendment-dropped": { template: "amendment-taken-back", to: all },
    paused: { template: "deployment-paused", to: all },
    resumed: { template: "deployment-resumed", to: all },
    completed: { template: "deployment-completed", to: all },
    closed: { template: "deployment-closed", to: all },
    "ended-early": { template: "deployment-ended-early", to: all },
  };
  return letters[event.type];
};

type About = { readonly area: Area; readonly row: StoredDeployment["row"] };

const recipientsOf = async (tx: Write, { area, row }: About, side: Side) => {
  if (side === "supported-head") return listHeadsOf(tx, area.id, row.urn);
  if (side === "home-school-head") return listHeadsOf(tx, area.id, row.homeUrn);
  const id = side === "leader" ? row.personId : toId<PersonId>(row.madeBy);
  const person = await findPerson(tx, id);
  return person === undefined || person.deactivatedAt !== null ? [] : [person];
};

/** Each person once, and none for the one who did it. */
const sendLetter = async (
  ctx: Context,
  tx: Write,
  given: About & { readonly letter: Letter; readonly dueAt: string | null },
): Promise<void> => {
  const { area, row, letter, dueAt } = given;
  const doer = ctx.actor.kind === "person" ? ctx.actor.personId : undefined;
  const people = new Map<string, { readonly email: string; readonly name: string }>();
  for (const side of letter.to) {
    for (const { id, ...person } of await recipientsOf(tx, given, side)) {
      if (id !== doer) people.set(id, person);
    }
  }
  const path = `/areas/${area.slug}/deployments/${row.id}`;
  const content = { area: area.name, path, urgent: "no", due: dueAt ?? "" };
  const mails = [...people.values()].map(({ email, name }) => ({
    id: ctx.newId(),
    areaId: area.id,
    recipient: email,
    template: letter.template,
    content: { ...content, name },
    createdAt: instantOf(ctx),
  }));
  await recordDeploymentMails(tx, mails);
};

/**
 * Puts the mails about what happened to a deployment into the outbox. They say where to read more: no school, no leader, no word of the
 * agreement.
 */
export const sendDeploymentMails = async (
  ctx: Context,
  tx: Write,
  happened: Happened & { readonly dueAt: string | null },
): Promise<void> => {
  const letter = letterFor(happened);
  if (letter === undefined) return;
  const { area, opened, dueAt } = happened;
  await sendLetter(ctx, tx, { area, row: opened.stored.row, letter, dueAt });
};

/** Reminds those who have not signed, or whoever is to write the agreement. Answers whether anybody is still awaited. */
export const remindOfAgreement = async (
  ctx: Context,
  tx: Write,
  { area, row }: About,
): Promise<boolean> => {
  const { deployment, dueAt } = row;
  const version = versionToSign(deployment);
  if (version === null && deployment.state !== "drafting") return false;
  const letter: Letter =
    version === null
      ? { template: "agreement-write-due", to: ["coordinator"] }
      : { template: "agreement-sign-due", to: missingSignatories(version) };
  await sendLetter(ctx, tx, { area, row, letter, dueAt });
  return true;
};
