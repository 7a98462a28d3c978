import type { Write } from "@alongside/db";
import { recordCaseStudy } from "@alongside/db/stores/impact";
import type { Area } from "@alongside/db/views/area";
import { findCaseStudy } from "@alongside/db/views/impact";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { DeploymentId, Side } from "@alongside/domain/deployment";
import { mayEvaluateAs, mayWriteCaseStudy } from "@alongside/domain/identity";
import { consentMissing } from "@alongside/domain/impact";
import { authorise, found, record, refuse, type Context } from "../context/index.ts";
import { openDeployment } from "../deployment/place.ts";
import { forLeader } from "../leader/place.ts";
import { forSchool } from "../need/place.ts";
import { requireVersion } from "../partnership/changed-since.ts";
import { personOf } from "./reading.ts";

type Row = NonNullable<Awaited<ReturnType<typeof findCaseStudy>>>;
type Words = Pick<Row, "title" | "challenge" | "support" | "difference" | "namesSchool">;
export type CaseStudySeen = { readonly id: DeploymentId; readonly version: number };

const save = async (
  ctx: Context,
  tx: Write,
  given: { readonly row: Omit<Row, "version">; readonly version: number; readonly kind: string },
): Promise<{ readonly version: number }> => {
  const { row, version, kind } = given;
  await recordCaseStudy(tx, { ...row, version });
  await record(ctx, tx, {
    areaId: row.areaId,
    entity: "case-study",
    entityId: row.deploymentId,
    entityVersion: version,
    kind,
    payload: { state: row.state },
  });
  return { version };
};

/** Writes a case study of work that is over; other words need both consents anew. */
export const writeCaseStudy = (
  ctx: Context,
  area: Area,
  input: CaseStudySeen & Words,
): Promise<{ readonly version: number }> =>
  ctx.write(async (tx) => {
    const { id, version: seen, title, challenge, support, difference, namesSchool } = input;
    const { stored, place } = await openDeployment(ctx, tx, { area, id });
    authorise(mayWriteCaseStudy(ctx.actor, place));
    const { state } = stored.row;
    if (!("completedAt" in stored.row.deployment)) refuse({ kind: "work-not-over", state });
    const version = (await findCaseStudy(tx, id))?.version ?? 0;
    await requireVersion(tx, { entity: "case-study", entityId: id, version }, seen);
    const none = {
      schoolConsentBy: null,
      schoolConsentAt: null,
      leaderConsentBy: null,
      leaderConsentAt: null,
    };
    const words = { title, challenge, support, difference, namesSchool };
    const about = { deploymentId: id, areaId: area.id, writtenBy: personOf(ctx) };
    const row = {
      ...about,
      ...words,
      ...none,
      state: "asked" as const,
      changedAt: toInstant(ctx.now()),
    };
    return save(ctx, tx, { row, version: version + 1, kind: "case-study-written" });
  });

/** One side agrees to the very words that it saw, or takes its consent back at any time: then nothing is told. */
export const consentToCaseStudy = (
  ctx: Context,
  area: Area,
  input: CaseStudySeen & { readonly side: Side; readonly agrees: boolean },
): Promise<{ readonly version: number }> =>
  ctx.write(async (tx) => {
    const { id, version: seen, side, agrees } = input;
    const { place } = await openDeployment(ctx, tx, { area, id });
    authorise(mayEvaluateAs(ctx.actor, place, side));
    const { version, ...before } = found(await findCaseStudy(tx, id));
    await requireVersion(tx, { entity: "case-study", entityId: id, version }, seen);
    if (agrees && before.state !== "asked")
      return refuse({ kind: "case-study-state", state: before.state });
    const at = agrees ? toInstant(ctx.now()) : null;
    const by = agrees ? personOf(ctx) : null;
    const consent =
      side === "leader"
        ? { leaderConsentAt: at, leaderConsentBy: by }
        : { schoolConsentAt: at, schoolConsentBy: by };
    const after = { ...before, ...consent };
    const isAgreed = agrees && consentMissing(after).length === 0;
    const state = agrees ? (isAgreed ? ("agreed" as const) : before.state) : ("withdrawn" as const);
    const acting = side === "leader" ? forLeader(ctx, place.leader) : forSchool(ctx, place.need);
    const kind = agrees ? "case-study-agreed" : "case-study-withdrawn";
    return save(acting, tx, { row: { ...after, state }, version: version + 1, kind });
  });
