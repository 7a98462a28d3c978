import type { StoredInterest } from "@alongside/db/views/conflict";
import { mayWithdrawInterest } from "@alongside/domain/identity";
import type { Context } from "../context/index.ts";

/** A declared tie as those who may read its words see it; `withdrawn` says when, by whom and why it was taken back. */
export const tieOf = (ctx: Context, { row, who, school, by, withdrawnBy }: StoredInterest) => ({
  id: row.id,
  version: row.version,
  who,
  isOwn: ctx.actor.kind === "person" && ctx.actor.personId === row.personId,
  school,
  kind: row.kind,
  words: row.words,
  untilOn: row.untilOn,
  declaredAt: row.declaredAt,
  by: by ?? "",
  withdrawn:
    row.withdrawnAt === null
      ? null
      : { at: row.withdrawnAt, by: withdrawnBy ?? "", reason: row.withdrawnReason ?? "" },
  may: { withdraw: row.withdrawnAt === null && mayWithdrawInterest(ctx.actor, row) },
});
