import {
  listAccess,
  type AccessFilter,
  type AccessLine,
  type AccessPage,
} from "@alongside/db/views/identity-access";
import { mayOperate, mayReadAccessLog, type AreaId } from "@alongside/domain/identity";
import { authorise, record, type Context } from "../context/index.ts";

/** The access log of an area, or, for the operator and without an area, of the instance. Refuses `not-allowed`. */
export const readAccessLog = async (
  ctx: Context,
  filter: AccessFilter,
  page: AccessPage,
): Promise<readonly AccessLine[]> => {
  authorise(
    filter.areaId === null ? mayOperate(ctx.actor) : mayReadAccessLog(ctx.actor, filter.areaId),
  );
  return listAccess(ctx.read, filter, page);
};

export type SensitiveRead = {
  readonly areaId: AreaId;
  readonly entity: string;
  readonly entityId: string;
  /** Which part of the record was read: a word, never its content. */
  readonly what: string;
};

/** Notes that someone read what is sensitive (Product rules, §3: graded disclosure). Called before it is shown. */
export const noteSensitiveRead = (
  ctx: Context,
  { areaId, entity, entityId, what }: SensitiveRead,
): Promise<void> =>
  ctx.write((tx) =>
    record(ctx, tx, {
      areaId,
      entity,
      entityId,
      entityVersion: 0,
      kind: "sensitive-read",
      payload: { what },
    }),
  );
