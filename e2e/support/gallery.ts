import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { promisify } from "node:util";

const web = resolve(import.meta.dirname, "../../apps/web");
const built = join(web, ".cache/gallery");

const kinds: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

// As strict as the product's own: the kit must work without inline styles, inline scripts and data addresses.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export type Gallery = { readonly address: string; readonly stop: () => void };

const fileFor = (path: string): string | undefined => {
  const file = normalize(join(built, path === "/" ? "gallery.html" : path));
  return file.startsWith(built) && existsSync(file) ? file : undefined;
};

/** Builds the gallery of the web app's components and serves it on a free port under a strict policy. */
export const openGallery = async (): Promise<Gallery> => {
  const vite = join(web, "node_modules/vite/bin/vite.js");
  await promisify(execFile)(process.execPath, [vite, "build", "--mode", "gallery"], { cwd: web });
  const server = createServer((request, response) => {
    const file = fileFor(new URL(request.url ?? "/", "http://gallery").pathname);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": kinds[extname(file)] ?? "application/octet-stream",
      "content-security-policy": policy,
    });
    response.end(readFileSync(file));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const place = server.address();
  const port = typeof place === "object" && place !== null ? place.port : 0;
  return { address: `http://127.0.0.1:${port}`, stop: () => void server.close() };
};
