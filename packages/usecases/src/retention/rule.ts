import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordRule } from "@alongside/db/stores/retention";
import { namesOf } from "@alongside/db/views/need";
import { listRules, type RuleRow } from "@alongside/db/views/retention";
import { mayAdministerArea, type AreaId } from "@alongside/domain/identity";
import {
  checkTerm,
  retentionKinds,
  retentionTerms,
  type RetentionKind,
} from "@alongside/domain/retention";
import { authorise, instantOf, orRefuse, record, refuse, type Context } from "../context/index.ts";
import { actorOf } from "./hold.ts";

export type Rule = {
  readonly kind: RetentionKind;
  readonly months: number;
  readonly least: number;
  readonly most: number;
  /** 0 where the area has not chosen. */
  readonly version: number;
};

const ruleOf = (kind: RetentionKind, rows: readonly RuleRow[]): Rule => {
  const row = rows.find((each) => each.kind === kind);
  const { months, least, most } = retentionTerms[kind];
  return { kind, months: row?.months ?? months, least, most, version: row?.version ?? 0 };
};

/** How long an area keeps each kind of record. */
export const rulesOf = async (read: Read, areaId: AreaId): Promise<readonly Rule[]> => {
  const rows = await listRules(read, areaId);
  return retentionKinds.map((kind) => ruleOf(kind, rows));
};

/**
 * Changes how long an area keeps a kind of record. Nothing is removed by it: that is an act of its own. Refuses `not-allowed`,
 * `retention-term-wrong`, `changed-since`.
 */
export const changeRule = async (
  ctx: Context,
  area: Area,
  input: { readonly kind: RetentionKind; readonly months: number; readonly version: number },
): Promise<{ readonly version: number }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  const { kind, version } = input;
  const months = orRefuse(checkTerm(kind, input.months));
  return ctx.write(async (tx) => {
    const rows = await listRules(tx, area.id);
    const before = ruleOf(kind, rows);
    const changedBy = actorOf(ctx);
    const rule = { areaId: area.id, kind, months, changedBy, changedAt: instantOf(ctx) };
    if (before.version === version && before.months === months) return { version };
    if (before.version !== version || !(await recordRule(tx, rule, version))) {
      const row = rows.find((each) => each.kind === kind);
      const by = row?.changedBy ?? "";
      const name = (await namesOf(tx, [by])).get(by) ?? by;
      const at = row?.changedAt ?? "";
      refuse({ kind: "changed-since", version: before.version, by: name, at });
    }
    await record(ctx, tx, {
      areaId: area.id,
      entity: "retention",
      entityId: kind,
      entityVersion: version + 1,
      kind: "retention-rule-changed",
      payload: { kind, from: before.months, to: months },
    });
    return { version: version + 1 };
  });
};
