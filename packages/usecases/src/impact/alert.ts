import type { Write } from "@alongside/db";
import { recordAlert, recordAlertHandled } from "@alongside/db/stores/impact";
import { recordVisitMails } from "@alongside/db/stores/visit";
import { findArea, type Area } from "@alongside/db/views/area";
import { findPerson } from "@alongside/db/views/identity";
import {
  findAlert,
  listAlerts,
  listHappenings,
  listPromisedLeaders,
  type PromisedLeader,
} from "@alongside/db/views/impact";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { isOperator, maySeeSupply } from "@alongside/domain/identity";
import { alertKinds, type AlertKind } from "@alongside/domain/impact";
import {
  authorise,
  found,
  instantOf,
  record,
  refuse,
  todayOf,
  type Context,
} from "../context/index.ts";
import { requireVersion } from "../partnership/changed-since.ts";
import { personOf } from "./reading.ts";

const isKind = (kind: string): kind is AlertKind => alertKinds.some((each) => each === kind);

type Raised = {
  readonly area: Area;
  readonly leader: PromisedLeader;
  readonly kind: AlertKind;
  readonly about: string;
  readonly words: string;
};

const mailCoordinator = async (ctx: Context, tx: Write, { area, leader }: Raised) => {
  const coordinator = await findPerson(tx, leader.coordinatorId);
  if (coordinator === undefined || coordinator.deactivatedAt !== null) return;
  const { name, email: recipient } = coordinator;
  const content = { name, area: area.name, path: `/areas/${area.slug}/leader-alerts` };
  const template = "leader-alert-to-handle";
  const createdAt = instantOf(ctx);
  const id = ctx.newId();
  await recordVisitMails(tx, [{ id, areaId: area.id, recipient, template, content, createdAt }]);
};

const raise = (ctx: Context, raised: Raised): Promise<boolean> =>
  ctx.write(async (tx) => {
    const { area, leader, kind, about, words } = raised;
    const id = ctx.newId();
    const { personId } = leader;
    const raisedAt = toInstant(ctx.now());
    const alert = { id, areaId: area.id, personId, kind, about, words, raisedAt };
    if (!(await recordAlert(tx, alert))) return false;
    await record(ctx, tx, {
      areaId: area.id,
      entity: "leader-alert",
      entityId: id,
      entityVersion: 1,
      kind: "leader-alert-raised",
      payload: { person: personId, alert: kind, about },
    });
    await mailCoordinator(ctx, tx, raised);
    return true;
  });

/** The round of the clock: what changed about leaders who are promised to schools is raised once. Answers how many alerts. */
export const raiseAlerts = async (ctx: Context): Promise<{ readonly raised: number }> => {
  authorise(isOperator(ctx.actor));
  let raised = 0;
  for (const leader of await listPromisedLeaders(ctx.read)) {
    const happenings = await listHappenings(ctx.read, leader, todayOf(ctx));
    const known = new Set(
      (await listAlerts(ctx.read, leader.areaId))
        .filter(({ row }) => row.personId === leader.personId)
        .map(({ row }) => `${row.kind} ${row.about}`),
    );
    for (const { kind, about, words } of happenings) {
      if (!isKind(kind) || known.has(`${kind} ${about}`)) continue;
      const area = found(await findArea(ctx.read, leader.areaId));
      raised += (await raise(ctx, { area, leader, kind, about, words })) ? 1 : 0;
    }
  }
  return { raised };
};

/** Alerts about leaders, those that nobody has handled first. For those who broker; `not-found` for everyone else. */
export const getAlerts = async (ctx: Context, area: Area) => {
  found(maySeeSupply(ctx.actor, area.id) ? area : undefined);
  const [alerts, promised] = await Promise.all([
    listAlerts(ctx.read, area.id),
    listPromisedLeaders(ctx.read),
  ]);
  return {
    today: todayOf(ctx),
    alerts: alerts.map(({ row, leader }) => ({
      id: row.id,
      version: row.version,
      kind: row.kind,
      on: row.words,
      raisedAt: row.raisedAt,
      handledAt: row.handledAt,
      handledWords: row.handledWords,
      leader: { personId: row.personId, name: leader },
      homeSchool:
        promised.find((each) => each.areaId === area.id && each.personId === row.personId)
          ?.homeSchool ?? null,
    })),
  };
};

/** Says what was done about an alert. */
export const handleAlert = (
  ctx: Context,
  area: Area,
  input: { readonly id: string; readonly version: number; readonly words: string },
): Promise<{ readonly id: string }> =>
  ctx.write(async (tx) => {
    const { id, version: seen, words } = input;
    const row = found(maySeeSupply(ctx.actor, area.id) ? await findAlert(tx, area.id, id) : null);
    const { version } = row;
    await requireVersion(tx, { entity: "leader-alert", entityId: id, version }, seen);
    if (words.trim() === "") refuse({ kind: "words-needed", field: "reason" });
    const handled = { handledAt: toInstant(ctx.now()), handledBy: personOf(ctx) };
    await recordAlertHandled(tx, row, { ...handled, handledWords: words.trim() });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "leader-alert",
      entityId: id,
      entityVersion: version + 1,
      kind: "leader-alert-handled",
    });
    return { id };
  });
