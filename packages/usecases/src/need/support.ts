import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import {
  findDeployment,
  findDeploymentOfOffer,
  type StoredDeployment,
} from "@alongside/db/views/deployment";
import { findOffer, type StoredOffer } from "@alongside/db/views/offer";
import { nextStepOf, termsOf, type DeploymentId } from "@alongside/domain/deployment";
import type { Need } from "@alongside/domain/need";
import { awaitsCoordinator, type OfferId } from "@alongside/domain/offer";

const toOut = ({ row }: StoredOffer) => ({
  id: row.id,
  state: row.state,
  awaitsCoordinator: awaitsCoordinator(row.offer),
  due: row.dueAt,
});

const toWork = ({ row }: StoredDeployment) => ({
  id: row.id,
  next: nextStepOf(row.deployment),
  due: row.dueAt,
  lastDay: termsOf(row.deployment)?.to ?? null,
});

const offerFor = async (read: Read, area: Area, id: OfferId | undefined) =>
  id === undefined ? undefined : findOffer(read, area.id, id);

const workFor = async (read: Read, area: Area, id: DeploymentId | undefined) =>
  id === undefined ? undefined : findDeployment(read, area.id, id);

/**
 * What a need waits for that an offer went out for: the offer, and the work once all sides have said yes. A need alone does not know whose
 * turn that is (Product rules, §2: every page says who acts next). Both null before and after.
 */
export const supportFor = async (read: Read, area: Area, need: Need) => {
  const offer = await offerFor(read, area, need.state === "offered" ? need.offer : undefined);
  const agreed = need.state === "agreed" ? need.deployment : undefined;
  const begun = offer === undefined ? undefined : await findDeploymentOfOffer(read, offer.row.id);
  const work = await workFor(read, area, agreed ?? begun?.id);
  return {
    offer: offer === undefined ? null : toOut(offer),
    work: work === undefined ? null : toWork(work),
  };
};
