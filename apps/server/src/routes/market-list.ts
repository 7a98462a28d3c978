import {
  conflictQuestionInAddress,
  deploymentQuestionInAddress,
  offerQuestionInAddress,
} from "@alongside/api";
import { listConflicts, type ConflictLine } from "@alongside/usecases/conflict";
import { listDeployments, type DeploymentLine } from "@alongside/usecases/deployment";
import { listOffers, type OfferLine } from "@alongside/usecases/offer";
import type { Hono } from "hono";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import { listFiles } from "./list-file.ts";

const toDays = (halfDays: number): number => halfDays / 2;

/** A school that the reader may not know yet is left out, as it is on the page. */
const offerRow = ({ leader, zones, ...offer }: OfferLine) => ({
  leader: leader.name,
  designation: leader.kind,
  homeSchool: leader.homeSchool,
  school: offer.school,
  phase: offer.phase,
  zones: zones.join("; "),
  stage: offer.state,
  urgent: offer.isUrgent ? "yes" : "no",
  days: toDays(offer.halfDays),
  half: offer.window,
  dates: offer.dates,
  next: offer.awaitsCoordinator ? "coordinator" : offer.awaited,
  due: offer.due,
  changed: offer.changedAt,
});

const deploymentRow = (line: DeploymentLine) => ({
  reference: line.reference,
  leader: line.leader,
  homeSchool: line.homeSchool,
  school: line.school,
  stage: line.state,
  changeBeingSigned: line.isAmending ? "yes" : "no",
  days: toDays(line.halfDays),
  from: line.from,
  to: line.to,
  next: line.next.what,
  by: line.next.who === "signatories" ? line.next.signatories.join("; ") : line.next.who,
  due: line.due,
});

const conflictRow = ({ leader, ...conflict }: ConflictLine) => ({
  leader: leader.name,
  homeSchool: conflict.homeSchool,
  school: conflict.school,
  urn: conflict.urn,
  ground: conflict.kind,
  decision: conflict.state,
  found: conflict.foundAt,
  decided: conflict.decidedAt,
  reason: conflict.reason,
  conditions: conflict.conditions,
});

/** Offers, deployments and the register of conflicts of interest as files. */
export const marketLists = (deps: Dependencies): Hono<AppVariables> =>
  listFiles(deps, {
    "/areas/:area/offers": async ({ ctx, area, search }) => {
      const { offers } = await listOffers(ctx, area, offerQuestionInAddress(search));
      return { name: `${area.slug}-offers`, rows: offers.map(offerRow) };
    },
    "/areas/:area/deployments": async ({ ctx, area, search }) => {
      const question = deploymentQuestionInAddress(search);
      const { deployments } = await listDeployments(ctx, area, question);
      return { name: `${area.slug}-deployments`, rows: deployments.map(deploymentRow) };
    },
    "/areas/:area/conflicts": async ({ ctx, area, search }) => {
      const { conflicts } = await listConflicts(ctx, area, conflictQuestionInAddress(search));
      return { name: `${area.slug}-conflicts`, rows: conflicts.map(conflictRow) };
    },
  });
