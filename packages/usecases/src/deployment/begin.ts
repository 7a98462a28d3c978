import type { Write } from "@alongside/db";
import { recordNewDeployment } from "@alongside/db/stores/deployment";
import type { Area } from "@alongside/db/views/area";
import { findCapacityLine } from "@alongside/db/views/capacity";
import type { StoredOffer } from "@alongside/db/views/offer";
import { listRates, listTerms } from "@alongside/db/views/partnership";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import {
  agreementDue,
  draftDeployment,
  draftTerms,
  toDeploymentId,
  type AgreementTerms,
  type DeploymentId,
} from "@alongside/domain/deployment";
import { found, instantOf, record, todayOf, type Context } from "../context/index.ts";

type Given = { readonly area: Area; readonly stored: StoredOffer };

const termsFor = async (
  ctx: Context,
  tx: Write,
  { area, stored }: Given,
): Promise<AgreementTerms> => {
  const { row, need, kind } = stored;
  const line = found(await findCapacityLine(tx, area.id, row.lineId));
  const terms = await listTerms(tx, area.id);
  const term = found(terms.find(({ id }) => id === line.row.termId));
  const rates = await listRates(tx, area.id);
  const rate = rates.find(({ code, retiredOn }) => code === kind && retiredOn === null) ?? null;
  const ask = need.need.state === "offered" ? need.need.ask : undefined;
  const { earliest, wantedBy, fundingSource } = found(ask);
  const { halfDays } = row.offer;
  const today = todayOf(ctx);
  return draftTerms({ halfDays, today, earliest, wantedBy, term, fundingSource, rate });
};

/** Opens the deployment of an offer that all sides have just confirmed, with the first draft of its agreement, in the same transaction. */
export const beginDeployment = async (
  ctx: Context,
  tx: Write,
  given: Given,
): Promise<DeploymentId> => {
  const { area, stored } = given;
  const { row } = stored;
  const terms = await termsFor(ctx, tx, given);
  const id = toDeploymentId(ctx.newId());
  const core = { id, need: row.needId, offer: row.id, leader: row.personId };
  const deployment = draftDeployment(core, terms);
  const { lineId, homeUrn, urn, madeBy } = row;
  await recordNewDeployment(tx, {
    deployment,
    areaId: area.id,
    lineId,
    homeUrn,
    urn,
    madeBy,
    dueAt: agreementDue(deployment, toInstant(ctx.now())),
    createdAt: instantOf(ctx),
  });
  await record(ctx, tx, {
    areaId: area.id,
    entity: "deployment",
    entityId: id,
    entityVersion: 1,
    kind: "deployment-begun",
    payload: { need: row.needId, offer: row.id, halfDays: terms.halfDays },
  });
  return id;
};
