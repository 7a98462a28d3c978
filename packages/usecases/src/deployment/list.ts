import type { Area } from "@alongside/db/views/area";
import { listDeploymentsWithin, type StoredDeployment } from "@alongside/db/views/deployment";
import { nextStepOf, type DeploymentState } from "@alongside/domain/deployment";
import {
  grantsOf,
  holds,
  mayHaveDeployments,
  needScopeOf,
  type Role,
} from "@alongside/domain/identity";
import { toReference, type NeedId } from "@alongside/domain/need";
import type { Urn } from "@alongside/domain/school";
import { found, todayOf, type Context } from "../context/index.ts";

const scopeOf = ({ actor }: Context, area: Area) => {
  const own = grantsOf(actor).filter(({ areaId }) => areaId === area.id);
  const urnsOf = (...roles: readonly Role[]): readonly Urn[] =>
    own.flatMap(({ urn, role }) => (urn !== undefined && roles.includes(role) ? [urn] : []));
  return {
    needs: needScopeOf(actor, area.id),
    personId:
      actor.kind === "person" && holds(actor, area.id, ["leader"]) ? actor.personId : undefined,
    urns: urnsOf("head", "school-staff"),
    homeUrns: urnsOf("head"),
    organisationIds: own.flatMap(({ role, organisationId }) =>
      role === "organisation-administrator" && organisationId !== undefined ? [organisationId] : [],
    ),
  };
};

const lineOf = ({ row, need, leader, school, homeSchool }: StoredDeployment) => ({
  id: row.id,
  state: row.state,
  isAmending: row.isAmending,
  due: row.dueAt,
  halfDays: row.halfDays,
  from: row.fromOn,
  to: row.toOn,
  leader,
  school,
  homeSchool,
  reference: need.number === null ? null : toReference(need.number),
  next: nextStepOf(row.deployment),
});

/** The actor's deployments; of one need, or in some states, where they are named. Refuses `not-found` to those who can have none. */
export const listDeployments = async (
  ctx: Context,
  area: Area,
  question: {
    readonly needId?: NeedId | undefined;
    readonly states?: readonly DeploymentState[] | undefined;
  },
) => {
  found(mayHaveDeployments(ctx.actor, area.id) ? area : undefined);
  const scope = scopeOf(ctx, area);
  const { needId } = question;
  const rows = await listDeploymentsWithin(ctx.read, area.id, { scope, needId });
  const { states = [] } = question;
  return {
    today: todayOf(ctx),
    all: rows.length,
    counts: Object.fromEntries(
      Map.groupBy(rows, ({ row }) => row.state)
        .entries()
        .map(([state, those]) => [state, those.length]),
    ),
    deployments: rows
      .filter(({ row }) => states.length === 0 || states.includes(row.state))
      .map(lineOf),
  };
};
