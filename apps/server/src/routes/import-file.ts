import { Hono, type Context as HonoContext } from "hono";
import { bodyLimit } from "hono/body-limit";
import { stream } from "hono/streaming";
import { importKinds } from "@alongside/domain/register-import";
import { isSignedIn } from "@alongside/domain/identity";
import { parseIsoDate } from "@alongside/domain/school";
import { openArea } from "@alongside/usecases/area";
import { refuse, RefusedError, type Context } from "@alongside/usecases/context";
import { checkImport, confirmImport, type Progress } from "@alongside/usecases/register";
import { z } from "zod";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import { faultFacts } from "../middleware/fault-facts.ts";
import { toContext } from "./context.ts";

/** England whole, zipped, is 12 MB; an area's extract is a hundredth of that. */
const largestFile = 40 * 1024 * 1024;

const question = z.object({
  area: z.string().max(80),
  kind: z.enum(importKinds, "Choose what the file is"),
  name: z.string().min(1, "Choose a file").max(255, "Shorten the file’s name to 255 letters"),
  asOf: z.string().transform((text, check) => {
    const day = parseIsoDate(text);
    if (day === undefined) check.addIssue("Enter the day that the file speaks for");
    return day ?? z.NEVER;
  }),
});

const fieldNames: Readonly<Record<string, string>> = { name: "file" };

const fieldsOf = ({ issues }: z.ZodError): Readonly<Record<string, string>> =>
  Object.fromEntries(
    issues.map(({ path, message }) => {
      const name = String(path[0]);
      return [fieldNames[name] ?? name, message];
    }),
  );

type Work = (ctx: Context, progress: Progress) => Promise<unknown>;

const answerOf = (error: unknown): unknown =>
  error instanceof RefusedError ? { refusal: error.refusal } : { fault: true };

/** Answers line by line while the work goes on: how far it is, and last what came of it. */
const answerInLines = (deps: Dependencies, c: HonoContext<AppVariables>, work: Work) => {
  c.header("content-type", "application/x-ndjson");
  c.header("content-encoding", "identity");
  return stream(c, async (lines) => {
    let told = 0;
    const tell = (value: unknown) => lines.write(`${JSON.stringify(value)}\n`);
    const progress: Progress = (linesRead, of) => {
      if (linesRead < of && linesRead - told < 2_000) return;
      told = linesRead;
      void tell({ linesRead, lines: of });
    };
    try {
      const ctx = toContext(deps, c);
      if (!isSignedIn(ctx.actor)) refuse({ kind: "sign-in-required" });
      await tell({ done: await work(ctx, progress) });
    } catch (error) {
      if (!(error instanceof RefusedError)) {
        deps.log.error({ requestId: c.get("requestId"), ...faultFacts(error) }, "fault");
      }
      await tell(answerOf(error));
    }
  });
};

/** Files for the register: uploaded and checked here, confirmed here, looked at through the procedures. */
export const importFiles = (deps: Dependencies): Hono<AppVariables> =>
  new Hono<AppVariables>()
    .post("/imports", bodyLimit({ maxSize: largestFile }), async (c) => {
      const asked = question.safeParse(c.req.query());
      const bytes = Buffer.from(await c.req.arrayBuffer());
      return answerInLines(deps, c, async (ctx, progress) => {
        if (!asked.success) return refuse({ kind: "invalid-input", fields: fieldsOf(asked.error) });
        const { area, kind, asOf, name } = asked.data;
        const upload = { kind, asOf, fileName: name, bytes };
        return checkImport(ctx, await openArea(ctx, area), { upload, progress });
      });
    })
    .post("/imports/:id/confirm", (c) =>
      answerInLines(deps, c, async (ctx, progress) => {
        const id = Number(c.req.param("id"));
        const area = await openArea(ctx, c.req.query("area") ?? "");
        await confirmImport(ctx, area, { id, progress });
        return { id };
      }),
    );
