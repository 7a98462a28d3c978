// Loaded into the workers of the tests by `--import`.
import { registerHooks } from "node:module";

/**
 * Node asks what kind each file of a package is, and reads all that the package exports anew for each answer: 2,000 lines for each of
 * drizzle's files, half of what a worker's modules cost. They are all modules.
 */
registerHooks({
  resolve: (specifier, context, next) => {
    const from = context.parentURL ?? "";
    const isInside = from.includes("/node_modules/drizzle-orm/");
    if (!isInside || !specifier.startsWith(".") || !specifier.endsWith(".js"))
      return next(specifier, context);
    return { url: new URL(specifier, from).href, format: "module", shortCircuit: true };
  },
});
