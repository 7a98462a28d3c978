import type { Area } from "@alongside/db/views/area";
import { listVisitsOf } from "@alongside/db/views/visit";
import { chargesOf, termsOf, type DeploymentId } from "@alongside/domain/deployment";
import { listCodeEntries } from "@alongside/db/views/partnership";
import { todayOf, type Context } from "../context/index.ts";
import { openDeployment } from "../deployment/place.ts";

/** What each source of funding owes for the days that were delivered: days × rate, and the share for brokering in it; with the visits behind it. */
export const getDeploymentStatement = async (ctx: Context, area: Area, id: DeploymentId) => {
  const { stored } = await openDeployment(ctx, ctx.read, { area, id });
  const visits = (await listVisitsOf(ctx.read, id)).filter(
    ({ row }) => row.state !== "planned" && row.state !== "cancelled",
  );
  const entries = await listCodeEntries(ctx.read, area.id);
  const delivered = visits.reduce((sum, { row }) => sum + row.halfDays, 0);
  const funding = termsOf(stored.row.deployment)?.funding ?? [];
  const lines = chargesOf(funding, delivered).map((line) => ({
    source:
      entries.find((entry) => entry.list === "funding-source" && entry.code === line.source)
        ?.label ?? line.source,
    agreedHalfDays: line.halfDays,
    deliveredHalfDays: line.delivered,
    pencePerDay: line.pencePerDay,
    brokerageShare: line.brokerageShare,
    pence: line.pence,
    brokeragePence: line.brokeragePence,
  }));
  return {
    id,
    today: todayOf(ctx),
    school: { urn: stored.row.urn, name: stored.school },
    leader: stored.leader,
    homeSchool: stored.homeSchool,
    lines,
    pence: lines.reduce((sum, { pence }) => sum + pence, 0),
    visits: visits.map(({ row }) => ({ date: row.date, halfDays: row.halfDays })),
  };
};
