import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [solid()],
  test: {
    name: "web",
    environment: "happy-dom",
    setupFiles: ["./vitest.setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    // Without this every component would be compiled for the server, where nothing can be pressed.
    server: { deps: { inline: [/solid-js/, /@solidjs\//] } },
  },
});
