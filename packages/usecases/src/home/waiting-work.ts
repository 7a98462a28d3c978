import type { Area } from "@alongside/db/views/area";
import {
  listOwnDeployments,
  listOwnFollowUps,
  listOwnVisits,
  type OwnWork,
} from "@alongside/db/views/home-work";
import { listAlerts } from "@alongside/db/views/impact";
import { endOfLondonDay } from "@alongside/domain/calendar";
import {
  missingSignatories,
  versionToSign,
  type Side,
  type Signatory,
} from "@alongside/domain/deployment";
import { concernScopeOf, grantsOf, holds, maySeeSupply } from "@alongside/domain/identity";
import { noteDueAfter } from "@alongside/domain/visit";
import { listConcerns } from "../concern/index.ts";
import { todayOf, type Context } from "../context/index.ts";

type Clocked = { readonly due: string | null };

const ownWorkOf = ({ actor }: Context, area: Area): OwnWork => ({
  areaId: area.id,
  personId: actor.kind === "person" && holds(actor, area.id, ["leader"]) ? actor.personId : null,
  urns: grantsOf(actor).flatMap(({ role, areaId, urn }) =>
    role === "head" && areaId === area.id && urn !== undefined ? [urn] : [],
  ),
});

type Row = Awaited<ReturnType<typeof listOwnDeployments>>[number]["row"];

const signatoriesIn = ({ personId, urns }: OwnWork, row: Row): readonly Signatory[] => [
  ...(urns.includes(row.urn) ? (["supported-head"] as const) : []),
  ...(row.personId === personId ? (["leader"] as const) : []),
  ...(urns.includes(row.homeUrn) ? (["home-school-head"] as const) : []),
];

const sidesIn = ({ personId, urns }: OwnWork, row: Row): readonly Side[] => [
  ...(urns.includes(row.urn) ? (["supported-school"] as const) : []),
  ...(row.personId === personId ? (["leader"] as const) : []),
];

const isToSign = (own: OwnWork, row: Row): boolean => {
  const version = versionToSign(row.deployment);
  const mine = signatoriesIn(own, row);
  return version !== null && missingSignatories(version).some((each) => mine.includes(each));
};

const isToEvaluate = (own: OwnWork, { deployment, ...row }: Row): boolean =>
  deployment.state === "completing" &&
  sidesIn(own, { deployment, ...row }).some(
    (side) => !deployment.evaluations.some((given) => given.side === side),
  );

type VisitRow = Awaited<ReturnType<typeof listOwnVisits>>[number];

const isToRecord = (own: OwnWork, visit: VisitRow, today: string): boolean =>
  visit.personId === own.personId &&
  (visit.state === "done" || (visit.state === "planned" && visit.date <= today));

const nothing = { due: null };

/** What work under way asks of the actor: signatures, records of visits to write, to put right and to judge, evaluations and follow-ups. */
export const waitingAtWork = async (ctx: Context, area: Area) => {
  const own = ownWorkOf(ctx, area);
  const isNobody = own.personId === null && own.urns.length === 0;
  const [deployments, visits, followUps] = isNobody
    ? [[], [], []]
    : await Promise.all([
        listOwnDeployments(ctx.read, own),
        listOwnVisits(ctx.read, own),
        listOwnFollowUps(ctx.read, own),
      ]);
  const rows = deployments.map(({ row }) => row);
  const today = todayOf(ctx);
  return {
    signatures: rows
      .filter((row) => isToSign(own, row))
      .map(({ dueAt }): Clocked => ({ due: dueAt })),
    records: visits
      .filter((visit) => isToRecord(own, visit, today))
      .map(({ date }): Clocked => ({ due: noteDueAfter(date) })),
    corrections: visits
      .filter(({ state, personId }) => state === "marked-inaccurate" && personId === own.personId)
      .map((): Clocked => nothing),
    "records-to-judge": visits
      .filter(({ state, urn }) => state === "noted" && own.urns.includes(urn))
      .map((): Clocked => nothing),
    evaluations: rows.filter((row) => isToEvaluate(own, row)).map((): Clocked => nothing),
    "follow-ups": followUps.map(({ dueOn }): Clocked => ({ due: endOfLondonDay(dueOn) })),
  } as const;
};

/** What those who broker have to look at: alerts about leaders that nobody has handled, and concerns to take up or with a late reply. */
export const waitingForStaff = async (ctx: Context, area: Area) => {
  const alerts = maySeeSupply(ctx.actor, area.id) ? await listAlerts(ctx.read, area.id) : [];
  const { concerns } =
    concernScopeOf(ctx.actor, area.id) === undefined
      ? { concerns: [] }
      : await listConcerns(ctx, area, { states: ["raised", "escalated"] });
  return {
    "leader-alerts": alerts.filter(({ row }) => row.handledAt === null).map((): Clocked => nothing),
    concerns: concerns
      .filter(({ state, letter }) => state === "raised" || letter?.state === "late")
      .map(({ letter }): Clocked =>
        letter?.state === "late" ? { due: endOfLondonDay(letter.replyBy) } : nothing,
      ),
  } as const;
};
