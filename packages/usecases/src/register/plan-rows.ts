import {
  contentOf,
  heldRows,
  keyOf,
  recordRows,
  type RegisterRow,
} from "@alongside/db/stores/register-row";
import { recordSchoolTrusts } from "@alongside/db/stores/trust";
import { urnsOfAuthorities } from "@alongside/db/views/register-import";
import { emptyPreview, type NotTaken } from "@alongside/domain/register-import";
import type { Urn } from "@alongside/domain/school";
import type { OpenedFile, RefusedFile } from "@alongside/register";
import type { Context } from "../context/index.ts";
import type { ImportPlan, ImportRequest, Progress } from "./plan.ts";
import type { RowKind } from "./row-kind.ts";

type Tally = {
  taken: number;
  added: number;
  changed: number;
  readonly notTaken: NotTaken[];
  readonly rows: RegisterRow[];
  readonly urns: Set<Urn>;
};

type Sorting<Value> = {
  readonly kind: RowKind<Value>;
  readonly held: ReadonlyMap<string, string>;
  /** The schools whose lines are taken; all when absent. */
  readonly scope: ReadonlySet<Urn> | undefined;
};

const isInScope = <Value>({ kind, scope }: Sorting<Value>, value: Value): boolean => {
  const urns = kind.urnsOf(value);
  return scope === undefined || urns.length === 0 || urns.some((urn) => scope.has(urn));
};

/** Counts a line as added when the register has none of its rows, and as changed when one of them differs. */
const sortLine = <Value>(sorting: Sorting<Value>, value: Value, tally: Tally): void => {
  const { kind, held } = sorting;
  const rows = kind.toRows(value);
  const known = rows.filter((row) => held.has(keyOf(kind.table, row)));
  const fresh = rows.filter(
    (row) => held.get(keyOf(kind.table, row)) !== contentOf(kind.table, row),
  );
  tally.taken += 1;
  if (fresh.length === 0) return;
  if (known.length === 0) tally.added += 1;
  else tally.changed += 1;
  tally.rows.push(...fresh);
  for (const urn of kind.urnsOf(value)) tally.urns.add(urn);
};

const sortLines = async <Value>(
  sorting: Sorting<Value>,
  opened: OpenedFile<Value>,
  progress: Progress,
): Promise<Tally> => {
  const tally: Tally = { taken: 0, added: 0, changed: 0, notTaken: [], rows: [], urns: new Set() };
  for await (const batch of opened.batches()) {
    tally.notTaken.push(...batch.notTaken);
    for (const [index, value] of batch.records.entries()) {
      if (isInScope(sorting, value)) sortLine(sorting, value, tally);
      else {
        const urn = String(sorting.kind.urnsOf(value)[0]);
        tally.notTaken.push({
          line: batch.lineNumbers[index] ?? 0,
          urn,
          reason: "not a school of these authorities",
        });
      }
    }
    progress(batch.linesRead, opened.lines);
  }
  return { ...tally, notTaken: tally.notTaken.toSorted((a, b) => a.line - b.line) };
};

/** Plans what a file of one row a line would do: links, trusts, inspections, outcomes. Reads only; `apply` writes. */
export const planRows = async <Value>(
  ctx: Context,
  kind: RowKind<Value>,
  request: ImportRequest & { readonly progress: Progress },
): Promise<ImportPlan | RefusedFile> => {
  const opened = await kind.open(request.bytes);
  if (!opened.ok) return opened;
  const { laCodes } = request;
  const scope = laCodes === undefined ? undefined : await urnsOfAuthorities(ctx.read, laCodes);
  const held = await heldRows(ctx.read, kind.table);
  const tally = await sortLines({ kind, held, scope }, opened, request.progress);
  const { taken, added, changed, notTaken, rows, urns } = tally;
  return {
    ok: true,
    summary: {
      lines: opened.lines,
      taken,
      added,
      changed,
      unchanged: taken - added - changed,
      closed: 0,
      notTaken,
      missingColumns: opened.missingColumns,
    },
    preview: emptyPreview,
    apply: async (tx, importId) => {
      await recordRows(tx, { table: kind.table, importId }, rows);
      if (kind.table === "trusts") await recordSchoolTrusts(tx, importId, [...urns]);
    },
  };
};
