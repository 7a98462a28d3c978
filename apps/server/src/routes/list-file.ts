import { Hono, type Context as HonoContext } from "hono";
import { statusOf } from "@alongside/api";
import type { Area } from "@alongside/db/views/area";
import { openArea } from "@alongside/usecases/area";
import { RefusedError } from "@alongside/usecases/context";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import { toCsv, toSheet, type Rows } from "../table/table.ts";
import { createWorkbooks, type MakeWorkbook } from "../table/workbook.ts";
import { toContext } from "./context.ts";

/** What every list can be had as: the same rows and columns in both. */
export const fileKinds = ["csv", "xlsx"] as const;
export type FileKind = (typeof fileKinds)[number];

export type ListFile = { readonly name: string; readonly rows: Rows };

export type AskedList = {
  readonly ctx: ReturnType<typeof toContext>;
  readonly area: Area;
  /** A part of the address by its name; empty where it has none. */
  readonly part: (name: string) => string;
  readonly search: URLSearchParams;
};

type ListOf = (asked: AskedList) => Promise<ListFile>;
type Asking = HonoContext<AppVariables>;

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const makeWorkbook: MakeWorkbook = createWorkbooks();

const send = async (c: Asking, kind: FileKind, { name, rows }: ListFile) => {
  c.header("content-disposition", `attachment; filename="${name}.${kind}"`);
  if (kind === "csv") {
    c.header("content-type", "text/csv; charset=utf-8");
    return c.body(toCsv(rows));
  }
  c.header("content-type", workbookType);
  return c.body(await makeWorkbook(toSheet(rows)));
};

/** A refusal of a file, with its facts and its status; everything else is a fault. */
export const answerRefusal = (error: Error, c: Asking) => {
  if (!(error instanceof RefusedError)) throw error;
  return c.json({ refusal: error.refusal }, statusOf(error.refusal).http);
};

/** Asks for a list as whoever sent the request, and answers it as a file of this kind. */
export const answerList = async (
  deps: Dependencies,
  c: Asking,
  { kind, listOf }: { readonly kind: FileKind; readonly listOf: ListOf },
) => {
  const ctx = toContext(deps, c);
  const area = await openArea(ctx, c.req.param("area") ?? "");
  const part = (name: string): string => c.req.param(name) ?? "";
  const search = new URL(c.req.url).searchParams;
  return send(c, kind, await listOf({ ctx, area, part, search }));
};

/** Lists as files, by their address without its ending: each as CSV and as a workbook. */
export const listFiles = (
  deps: Dependencies,
  lists: Readonly<Record<string, ListOf>>,
): Hono<AppVariables> => {
  const app = new Hono<AppVariables>();
  for (const [path, listOf] of Object.entries(lists))
    for (const kind of fileKinds)
      app.get(`${path}.${kind}`, (c) => answerList(deps, c, { kind, listOf }));
  return app.onError(answerRefusal);
};
