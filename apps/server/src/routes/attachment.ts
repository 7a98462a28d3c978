import { Hono, type Context as HonoContext } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { largestAttachment, type AttachmentKind } from "@alongside/domain/attachment";
import { toNeedId } from "@alongside/domain/need";
import { openArea } from "@alongside/usecases/area";
import { addAttachment, readFile, removeFile } from "@alongside/usecases/attachment";
import { statusOf } from "@alongside/api";
import { z } from "zod";
import { refuse } from "@alongside/usecases/context";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import { toContext } from "./context.ts";
import { answerRefusal } from "./list-file.ts";

const types: Readonly<Record<AttachmentKind, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  odt: "application/vnd.oasis.opendocument.text",
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  txt: "text/plain; charset=utf-8",
  csv: "text/csv; charset=utf-8",
};

/** A browser keeps it under its name and shows nothing of it: never as a page, never from a cache. */
const asDownload = (
  c: HonoContext,
  file: { readonly name: string; readonly kind: AttachmentKind },
) => {
  const plain = file.name.replace(/[^\w .-]/g, "_");
  c.header("content-type", types[file.kind]);
  c.header(
    "content-disposition",
    `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
  );
  c.header("x-content-type-options", "nosniff");
  c.header("cache-control", "private, no-store");
  // Compressed anew, a packed file only grows.
  c.header("content-encoding", "identity");
};

/** An attached file may do nothing at all, should a browser show it after all. Stands outside the headers of every page. */
export const sandboxed = createMiddleware(async (c, next) => {
  await next();
  c.res.headers.set(
    "content-security-policy",
    "default-src 'none'; frame-ancestors 'none'; sandbox",
  );
});

const tooLarge = { kind: "file-too-large", most: largestAttachment } as const;
const removal = z.object({ reason: z.string().max(500) });

/** Files of needs: attached, read and removed here; listed through the procedures. */
export const attachments = (deps: Dependencies): Hono<AppVariables> =>
  new Hono<AppVariables>()
    .post(
      "/areas/:area/needs/:need/files",
      bodyLimit({
        maxSize: largestAttachment,
        onError: (c) => c.json({ refusal: tooLarge }, statusOf(tooLarge).http),
      }),
      async (c) => {
        const ctx = toContext(deps, c);
        const area = await openArea(ctx, c.req.param("area"));
        const file = {
          needId: toNeedId(c.req.param("need")),
          name: c.req.query("name") ?? "",
          content: Buffer.from(await c.req.arrayBuffer()),
        };
        return c.json(await addAttachment(ctx, area, { files: deps.files, file }));
      },
    )
    .get("/areas/:area/needs/:need/files/:file", async (c) => {
      const ctx = toContext(deps, c);
      const area = await openArea(ctx, c.req.param("area"));
      const { file, content } = await readFile(ctx, area, {
        needId: toNeedId(c.req.param("need")),
        id: c.req.param("file"),
        files: deps.files,
      });
      asDownload(c, file);
      return c.body(new Uint8Array(content));
    })
    .post(
      "/areas/:area/needs/:need/files/:file/remove",
      bodyLimit({ maxSize: 10_000 }),
      async (c) => {
        const ctx = toContext(deps, c);
        const area = await openArea(ctx, c.req.param("area"));
        const asked = removal.safeParse(await c.req.json().catch(() => undefined));
        if (!asked.success) {
          return refuse({ kind: "invalid-input", fields: { reason: "Enter a reason" } });
        }
        await removeFile(ctx, area, {
          needId: toNeedId(c.req.param("need")),
          id: c.req.param("file"),
          reason: asked.data.reason,
          files: deps.files,
        });
        return c.json({ removed: true });
      },
    )
    .onError(answerRefusal);
