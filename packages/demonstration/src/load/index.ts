import { findArea } from "@alongside/db/views/area";
import { createArea } from "@alongside/usecases/area";
import { todayOf, type Context } from "@alongside/usecases/context";
import { demonstration } from "../demonstration.ts";
import { signIns } from "../person/index.ts";
import { areaId } from "../person/person.ts";
import { loadAlerts } from "./alert.ts";
import { loadBoards } from "./board.ts";
import { loadCapacity } from "./capacity.ts";
import { loadCaseStudies } from "./case-study.ts";
import { loadConcerns } from "./concern.ts";
import { loadConflicts } from "./conflict.ts";
import { loadDeployments } from "./deployment.ts";
import { loadImpact } from "./impact.ts";
import { loadLeaders } from "./leader.ts";
import { loadMenu } from "./menu.ts";
import { loadNeeds } from "./need.ts";
import { loadOffers } from "./offer.ts";
import { loadOrganisations } from "./organisation.ts";
import { loadPartnership } from "./partnership.ts";
import { loadPeople } from "./people.ts";
import { loadRegister } from "./register.ts";
import { loadReviews } from "./review.ts";
import { loadSurveys } from "./survey.ts";
import { loadVisits } from "./visit.ts";
import { loadRounds } from "./round.ts";
import type { DemonstrationSignIns } from "./sign-in.ts";

export { demonstrationPassword, type DemonstrationSignIns } from "./sign-in.ts";

const load = async (ctx: Context): Promise<void> => {
  const today = todayOf(ctx);
  const area = demonstration(today);
  const { id, name, slug, laCode, outline } = area;
  await createArea(ctx, { id, name, slug, laCodes: [laCode], outline, isDemonstration: true });
  await ctx.write((tx) => loadRegister(ctx, tx, { area, asOf: today }));
  await loadPeople(ctx, area);
  await loadPartnership(ctx, area);
  await loadOrganisations(ctx, area);
  await loadLeaders(ctx, area);
  await loadCapacity(ctx, area);
  await loadNeeds(ctx, area);
  await loadMenu(ctx, area);
  await loadOffers(ctx, area);
  await loadDeployments(ctx, area);
  await loadVisits(ctx, area);
  await loadImpact(ctx, area);
  await loadCaseStudies(ctx, area);
  await loadConflicts(ctx, area);
  await loadConcerns(ctx, area);
  await loadReviews(ctx, area);
  await loadSurveys(ctx, area);
  await loadRounds(ctx, area);
  await loadBoards(ctx, area);
  await loadAlerts(ctx, area);
};

/** Loads the invented area when the database does not have it yet. Answers who may sign in. */
export const loadDemonstration = async (ctx: Context): Promise<DemonstrationSignIns> => {
  // Its two terms of history are made for whoever loads them: a start over what is there need not wait for them.
  if ((await findArea(ctx.read, areaId)) === undefined) await load(ctx);
  return signIns;
};
