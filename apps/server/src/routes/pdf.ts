import { Hono, type Context as HonoContext } from "hono";
import { toDeploymentId } from "@alongside/domain/deployment";
import { openArea } from "@alongside/usecases/area";
import { refuse } from "@alongside/usecases/context";
import { getDeployment } from "@alongside/usecases/deployment";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import { agreementHtml } from "../pdf/agreement.ts";
import type { Printed } from "../pdf/print.ts";
import { toContext } from "./context.ts";
import { answerRefusal } from "./list-file.ts";

const sentences: Readonly<Record<Extract<Printed, { ok: false }>["why"], string>> = {
  "no-browser":
    "This server has no Chromium, so that it cannot make a PDF. Print the page from your browser instead, or ask whoever runs the server to install Chromium.",
  failed: "The PDF could not be made. Try again, or print the page from your browser.",
  stopped: "The PDF was not made: nobody waited for it.",
  "too-slow": "The PDF took too long. Try again in a minute.",
};

/** Answers a PDF as a file of that name; a sentence to read where none could be made. */
export const sendPdf = (c: HonoContext<AppVariables>, name: string, printed: Printed) => {
  if (!printed.ok) return c.text(sentences[printed.why], 503);
  c.header("content-type", "application/pdf");
  c.header("content-disposition", `attachment; filename="${name}.pdf"`);
  return c.body(printed.pdf);
};

/** The number in the name of a file such as `version-2.pdf`. */
export const numberIn = (file: string): number => {
  const digits = /^version-(\d{1,4})\.pdf$/.exec(file)?.[1];
  return digits === undefined ? refuse({ kind: "not-found" }) : Number(digits);
};

/** Versions of agreements as PDFs, for those who see the deployment. */
export const agreementFiles = (deps: Dependencies): Hono<AppVariables> =>
  new Hono<AppVariables>()
    .get("/areas/:area/deployments/:deployment/agreements/:file", async (c) => {
      const ctx = toContext(deps, c);
      const area = await openArea(ctx, c.req.param("area"));
      const id = toDeploymentId(c.req.param("deployment"));
      const page = await getDeployment(ctx, area, id);
      const number = numberIn(c.req.param("file"));
      const document = agreementHtml(page, number) ?? refuse({ kind: "not-found" });
      return sendPdf(c, `agreement-version-${number}`, await deps.printPdf(document));
    })
    .onError(answerRefusal);
