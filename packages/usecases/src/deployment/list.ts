import type { Area } from "@alongside/db/views/area";
import {
  listDeploymentsWithin,
  type DeploymentScope,
  type StoredDeployment,
} from "@alongside/db/views/deployment";
import {
  deploymentTransitions,
  nextStepOf,
  type DeploymentState,
} from "@alongside/domain/deployment";
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
import { pageOfLines, type ListQuestion } from "../list/index.ts";

/** Whose work the actor has in lists. */
export const workScopeOf = ({ actor }: Context, area: Area): DeploymentScope => {
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

export type DeploymentLine = ReturnType<typeof lineOf>;

/** What the list of deployments can be sorted by. */
export const deploymentSorts = ["deployment", "stage", "days", "from", "due"] as const;

export type DeploymentQuestion = ListQuestion<(typeof deploymentSorts)[number]> & {
  readonly needId?: NeedId | undefined;
  readonly states?: readonly DeploymentState[] | undefined;
};

const pageOf = (lines: readonly DeploymentLine[], question: DeploymentQuestion) =>
  pageOfLines(lines, question, {
    names: ({ leader, school, homeSchool, reference }) => [leader, school, homeSchool, reference],
    values: {
      deployment: ({ leader, school }) => `${leader} ${school}`,
      stage: ({ state }) => Object.keys(deploymentTransitions).indexOf(state),
      days: ({ halfDays }) => halfDays,
      from: ({ from }) => from,
      due: ({ due }) => due,
    },
  });

/** The actor's deployments, a page of them, those with a clock first; `counts` are of all. Refuses `not-found` to those who can have none. */
export const listDeployments = async (ctx: Context, area: Area, question: DeploymentQuestion) => {
  found(mayHaveDeployments(ctx.actor, area.id) ? area : undefined);
  const scope = workScopeOf(ctx, area);
  const { needId } = question;
  const rows = await listDeploymentsWithin(ctx.read, area.id, { scope, needId });
  const { states = [] } = question;
  const asked = rows.filter(({ row }) => states.length === 0 || states.includes(row.state));
  const { total, lines } = pageOf(asked.map(lineOf), question);
  return {
    today: todayOf(ctx),
    all: rows.length,
    counts: Object.fromEntries(
      Map.groupBy(rows, ({ row }) => row.state)
        .entries()
        .map(([state, those]) => [state, those.length]),
    ),
    total,
    deployments: lines,
  };
};
