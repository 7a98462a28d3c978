import { fileURLToPath } from "node:url";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";
import solid from "vite-plugin-solid";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Files that do nothing by being read: what nobody takes from them is left out. */
const quiet = /\/src\/ui\/|\/packages\/domain\/|\/node_modules\/@(solidjs|tanstack|trpc)\//;
/** What every page stands on lies in two files. Many small ones would be packed worse. */
const base = /\/node_modules\/(solid-js|@solidjs|@tanstack|@trpc)\//;
const page =
  /\/src\/ui\/(button\/(button|link)|content\/heading|counted|field\/field-frame|notice\/(notification-banner|texts)|shell\/(columns|page)|status\/(clock|loading|source-note|stat-tile|tag))\.|\/src\/lib\/(live|loaded|words)\./;
/** Whoever asks for something asks with these. */
const form = /\/src\/ui\/(form\/|field\/text-field\.)/;
const always = /\/(base|index|page|rolldown-runtime)-[^/]*\.js$/;
const first = /\/(area-home|find-school|service-buttons|sign-in)-/;
const server = "http://127.0.0.1:3000";

/** Lays each file packed beside itself, so that the server need not pack it for every reader. */
const packed: Plugin = {
  name: "packed",
  apply: "build",
  writeBundle: ({ dir = "" }, files) => {
    for (const [name, file] of Object.entries(files)) {
      const content = Buffer.from(file.type === "chunk" ? file.code : file.source);
      if (!/\.(js|css|svg)$/.test(name) || content.length < 1_000) continue;
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content));
      writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }));
    }
  },
};

// `vite build --mode gallery` builds the component gallery for the browser checks; the product's own build never sees it.
export default defineConfig(({ mode }) => ({
  plugins: [solid(), ...(mode === "gallery" ? [] : [packed])],
  css: {
    preprocessorOptions: {
      scss: { loadPaths: [here("./node_modules")], quietDeps: true },
    },
    // govuk-frontend keeps a few vendor hacks that a strict CSS parser refuses.
    lightningcss: { errorRecovery: true },
  },
  build: {
    target: "es2022",
    // Says which parts a page is made of: what the first page weighs is checked.
    manifest: mode !== "gallery",
    // The content security policy allows no data: addresses and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What starts the product and what sign-in and home are made of are asked for at once. The parts of all other pages, named one by one, would
      // be half of the table of pages.
      resolveDependencies: (wanted, parts, { hostType }) => {
        if (hostType === "html") return parts;
        return first.test(wanted) ? parts.filter((part) => !always.test(part)) : [];
      },
    },
    outDir: mode === "gallery" ? here("./.cache/gallery") : here("./dist"),
    emptyOutDir: true,
    rollupOptions: {
      // A page that takes a button from the kit must not pull the charts into the first download.
      treeshake: { moduleSideEffects: (id) => !quiet.test(id) },
      output: {
        codeSplitting: {
          groups: [
            { name: "base", test: base, priority: 2 },
            { name: "page", test: page, priority: 1 },
            { name: "form", test: form },
          ],
        },
      },
      input: here(mode === "gallery" ? "./gallery.html" : "./index.html"),
    },
  },
  server: { proxy: { "/api": server, "/trpc": server } },
}));
