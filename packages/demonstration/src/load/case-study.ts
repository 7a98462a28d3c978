import { recordCaseStudy } from "@alongside/db/stores/impact";
import type { Write } from "@alongside/db";
import { addDays, instantOf, londonDateOf, type Instant } from "@alongside/domain/calendar";
import { record, type Context } from "@alongside/usecases/context";
import type { DemonstrationArea } from "../area.ts";
import type { DemonstrationDeployment } from "../history/index.ts";
import { caseStudies } from "../words/case-study-words.ts";
import { actedFor } from "./acted.ts";

type Told = { readonly told: DemonstrationDeployment; readonly endedAt: Instant };

const finished = ({ history }: DemonstrationArea): readonly Told[] =>
  history.deployments.flatMap((told) =>
    told.record.state === "closed" ? [{ told, endedAt: told.record.closedAt }] : [],
  );

const daysAfter = (at: Instant, days: number): Instant =>
  instantOf(Date.parse(`${addDays(londonDateOf(at), days)}T10:00:00Z`));

const load = async (
  ctx: Context,
  tx: Write,
  given: Told & { readonly area: DemonstrationArea; readonly index: number },
): Promise<void> => {
  const { area, told, endedAt, index } = given;
  const words = caseStudies[index];
  const need = area.history.needs.find(({ beginning }) => beginning.id === told.beginning.need);
  if (words === undefined || need === undefined) return;
  const { id: deploymentId, leader } = told.beginning;
  const isAgreed = index === 0;
  const [writtenAt, schoolAt, leaderAt] = [7, 9, 12].map((days) => daysAfter(endedAt, days));
  if (writtenAt === undefined || schoolAt === undefined || leaderAt === undefined) return;
  await recordCaseStudy(tx, {
    deploymentId,
    areaId: area.id,
    ...words,
    state: isAgreed ? "agreed" : "asked",
    namesSchool: false,
    writtenBy: leader,
    schoolConsentBy: need.begunBy.by,
    schoolConsentAt: schoolAt,
    leaderConsentBy: isAgreed ? leader : null,
    leaderConsentAt: isAgreed ? leaderAt : null,
    changedAt: isAgreed ? leaderAt : schoolAt,
    version: isAgreed ? 3 : 2,
  });
  const about = { areaId: area.id, entity: "case-study", entityId: deploymentId };
  const byLeader = { by: leader, onBehalfOf: null };
  const moments = [
    ["case-study-written", byLeader, writtenAt, "asked"],
    ["case-study-agreed", need.begunBy, schoolAt, "asked"],
    ...(isAgreed ? [["case-study-agreed", byLeader, leaderAt, "agreed"] as const] : []),
  ] as const;
  for (const [order, [kind, by, at, state]] of moments.entries())
    await record(actedFor(ctx, by, at), tx, {
      ...about,
      entityVersion: order + 1,
      kind,
      payload: { state },
    });
};

/** Writes a case study that both sides agreed to, and one that still waits for the leader's consent. */
export const loadCaseStudies = (ctx: Context, area: DemonstrationArea): Promise<void> =>
  ctx.write(async (tx) => {
    for (const [index, ended] of finished(area).slice(0, caseStudies.length).entries())
      await load(ctx, tx, { area, index, ...ended });
  });
