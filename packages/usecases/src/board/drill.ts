import type { Area } from "@alongside/db/views/area";
import { listNamesOf } from "@alongside/db/views/board";
import { cellAt, type FigureId } from "@alongside/domain/board";
import { needScopeOf, type NeedScope } from "@alongside/domain/identity";
import { toReference } from "@alongside/domain/need";
import { found, type Context } from "../context/index.ts";
import type { Records } from "./facts.ts";
import { readBoard, type BoardQuestion } from "./show.ts";

/** A record behind a number, as far as its reader may know it. */
export type BoardRecord = {
  readonly kind: "need" | "work" | "supply" | "conflict";
  readonly id: string;
  readonly title: string;
  readonly who: string;
  readonly state: string;
  readonly halfDays: number;
};

type Names = ReadonlyMap<string, string>;

const needsIn = (
  { needs }: Pick<Records, "needs">,
  ids: ReadonlySet<string>,
): readonly BoardRecord[] =>
  needs
    .filter(({ id }) => ids.has(id))
    .map(({ id, number, school, state, halfDays }) => ({
      kind: "need",
      id,
      title: number === null ? "" : toReference(number),
      who: school,
      state,
      halfDays: halfDays ?? 0,
    }));

const workIn = (
  { work }: Pick<Records, "work">,
  ids: ReadonlySet<string>,
  names: Names,
): readonly BoardRecord[] =>
  work
    .filter(({ id }) => ids.has(id))
    .map(({ id, school, personId, state, delivered }) => ({
      kind: "work",
      id,
      title: school,
      who: names.get(personId) ?? "",
      state,
      halfDays: delivered,
    }));

const supplyIn = (
  { supply }: Pick<Records, "supply">,
  ids: ReadonlySet<string>,
  names: Names,
): readonly BoardRecord[] =>
  supply
    .filter(({ id }) => ids.has(id))
    .map(({ personId, termId, state, free }) => ({
      kind: "supply",
      id: personId,
      title: names.get(personId) ?? "",
      who: termId,
      state,
      halfDays: free,
    }));

const conflictsIn = (
  { conflicts }: Pick<Records, "conflicts">,
  ids: ReadonlySet<string>,
): readonly BoardRecord[] =>
  conflicts
    .filter(({ id }) => ids.has(id))
    .map(({ id, state, school, leader }) => ({
      kind: "conflict",
      id,
      title: school,
      who: leader,
      state,
      halfDays: 0,
    }));

const isInScope = (scope: NeedScope, urnsOfZones: ReadonlySet<number>, urn: number): boolean =>
  scope.kind === "area" || urnsOfZones.has(urn);

/**
 * The records behind one number of a figure. Those of other zones than a coordinator's own are counted and not named. Refuses
 * `not-found` to the board itself, which sees numbers only, and for a number that there is not.
 */
export const getBoardRecords = async (
  ctx: Context,
  area: Area,
  question: BoardQuestion & {
    readonly figure: FigureId;
    readonly row: string;
    readonly column: string;
  },
) => {
  const scope = found(needScopeOf(ctx.actor, area.id));
  const { figures, records, placed } = await readBoard(ctx, area, question);
  const figure = found(figures.find(({ id }) => id === question.figure));
  const { value, of } = cellAt(figure, question.row, question.column);
  const ids = new Set(of);
  const names = await listNamesOf(ctx.read, area.id);
  const own = new Set(
    scope.kind === "area"
      ? []
      : placed
          .filter(({ zone }) => zone !== null && scope.zoneIds.includes(zone))
          .map(({ urn }) => urn),
  );
  const seen = {
    needs: records.needs.filter(({ urn }) => isInScope(scope, own, urn)),
    work: records.work.filter(({ urn }) => isInScope(scope, own, urn)),
    supply: records.supply,
    conflicts: records.conflicts.filter(({ urn }) => isInScope(scope, own, urn)),
  };
  const rows = [
    ...needsIn(seen, ids),
    ...workIn(seen, ids, names),
    ...supplyIn(seen, ids, names),
    ...conflictsIn(seen, ids),
  ];
  return { value, rows, elsewhere: of.length - rows.length };
};
