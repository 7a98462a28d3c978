import { enableCompileCache } from "node:module";

// Before anything else is loaded: the second command then starts in half the time and two thirds of the memory.
enableCompileCache();
const { readEnvironment } = await import("../env.ts");
const { run } = await import("./run.ts");

const terminal = {
  say: (line: string) => process.stdout.write(`${line}\n`),
  complain: (line: string) => process.stderr.write(`${line}\n`),
  // pnpm runs a script from the root, and keeps here where the person stands.
  folder: process.env["INIT_CWD"] ?? process.cwd(),
};

try {
  process.exitCode = await run(process.argv.slice(2), readEnvironment(process.env), terminal);
} catch (error) {
  terminal.complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
