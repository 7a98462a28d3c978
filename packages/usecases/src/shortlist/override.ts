import type { Area } from "@alongside/db/views/area";
import { recordOverride, recordOverrideEnded } from "@alongside/db/stores/shortlist";
import { listOverrides } from "@alongside/db/views/shortlist";
import type { PersonId } from "@alongside/domain/identity";
import { isOverridable } from "@alongside/domain/offer";
import { found, instantOf, record, refuse, type Context } from "../context/index.ts";
import { matchNeed, type Wanted } from "./shortlist.ts";

export type SettingAside = Wanted & { readonly personId: PersonId; readonly reason: string };

/** The area's own log, not the need's page: its head reads that one. */
const entity = "shortlist";

const doerOf = ({ actor }: Context): string =>
  actor.kind === "person" ? actor.personId : actor.kind;

/**
 * Sets every rule aside that keeps a leader out of a need's shortlist, with the reason. Refuses `rules-broken` where one of them may not be
 * set aside, `words-needed` without a reason, and `already-exists` when somebody did so before (Product rules, §3: eligibility).
 */
export const setRuleAside = (ctx: Context, area: Area, input: SettingAside): Promise<void> =>
  ctx.write(async (tx) => {
    const { needId, personId } = input;
    const { excluded, ranked } = await matchNeed(ctx, tx, { ...input, area });
    if (ranked.some((each) => each.personId === personId && each.setAside.length > 0)) {
      refuse({ kind: "already-exists", field: "rule" });
    }
    const { failed: rules, setAside } = found(
      excluded.find((candidate) => candidate.personId === personId),
    );
    if (!rules.every(isOverridable)) refuse({ kind: "rules-broken", rules, isOverridable: false });
    const reason = input.reason.trim();
    if (reason === "") refuse({ kind: "words-needed", field: "reason" });
    const id = ctx.newId();
    const madeAt = instantOf(ctx);
    await recordOverrideEnded(tx, { needId, personId }, madeAt);
    await recordOverride(tx, {
      id,
      areaId: area.id,
      needId,
      personId,
      rules: [...setAside, ...rules],
      reason,
      madeBy: doerOf(ctx),
      madeAt,
    });
    await record(ctx, tx, {
      areaId: area.id,
      entity,
      entityId: needId,
      entityVersion: 1,
      kind: "rule-set-aside",
      payload: { leader: personId, rules, reason },
    });
  });

/** Lets the rules count again for a leader. Refuses `not-found` where none was set aside. */
export const bringBackRule = (
  ctx: Context,
  area: Area,
  input: Wanted & { readonly personId: PersonId },
): Promise<void> =>
  ctx.write(async (tx) => {
    const { needId, personId } = input;
    await matchNeed(ctx, tx, { ...input, area });
    const overrides = await listOverrides(tx, needId);
    const { rules } = found(overrides.find((each) => each.personId === personId));
    await recordOverrideEnded(tx, { needId, personId }, instantOf(ctx));
    await record(ctx, tx, {
      areaId: area.id,
      entity,
      entityId: needId,
      entityVersion: 1,
      kind: "rule-brought-back",
      payload: { leader: personId, rules },
    });
  });
