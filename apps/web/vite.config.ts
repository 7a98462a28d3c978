import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const always = /\/(index|rolldown-runtime|routing|solid|step-up|web)-[^/]*\.js$/;
const server = "http://127.0.0.1:3000";

// `vite build --mode gallery` builds the component gallery for the browser checks; the product's own build never sees it.
export default defineConfig(({ mode }) => ({
  plugins: [solid()],
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
      // What every page has already need not be named again for each page that comes later.
      resolveDependencies: (_page, parts) => parts.filter((part) => !always.test(part)),
    },
    outDir: mode === "gallery" ? here("./.cache/gallery") : here("./dist"),
    emptyOutDir: true,
    rollupOptions: {
      // A page that takes a button from the kit must not pull the charts into the first download.
      treeshake: { moduleSideEffects: (id) => !id.includes("/src/ui/") },
      input: here(mode === "gallery" ? "./gallery.html" : "./index.html"),
    },
  },
  server: { proxy: { "/api": server, "/trpc": server } },
}));
