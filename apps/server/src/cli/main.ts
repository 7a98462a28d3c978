import { isOutage } from "@alongside/db";
import { RefusedError } from "@alongside/usecases/context";
import { commandLine } from "@alongside/domain/identity";
import { readEnvironment } from "../env.ts";
import { openProduct } from "../open.ts";
import { runArea } from "./area.ts";
import { runAudit } from "./audit.ts";
import { complain, type Command } from "./command.ts";
import { runImport } from "./import.ts";

const commands: Readonly<Record<string, Command>> = {
  import: runImport,
  area: runArea,
  audit: runAudit,
};

const usage = `Usage: pnpm alongside COMMAND

  import gias|links|trusts|ofsted|outcomes FILE [--la CODE]... [--as-of YYYY-MM-DD] [--preview] [--json]
  area add NAME --la CODE [--la CODE]... [--slug SLUG]
  area list
  audit verify
`;

const sentenceOf = (error: unknown): string => {
  if (error instanceof RefusedError) {
    return error.refusal.kind === "file-not-readable"
      ? error.refusal.sentence
      : `Refused: ${JSON.stringify(error.refusal)}`;
  }
  if (isOutage(error)) return "The database cannot be reached or written to. Nothing was changed.";
  return error instanceof Error ? error.message : "Something went wrong.";
};

const run = async (words: readonly string[]): Promise<number> => {
  const [name, ...rest] = words;
  const command = name === undefined ? undefined : commands[name];
  if (command === undefined) {
    complain(usage);
    return 2;
  }
  const product = await openProduct(readEnvironment(process.env));
  try {
    return await command(rest, product.contextFor(commandLine));
  } finally {
    product.database.close();
  }
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  complain(sentenceOf(error));
  process.exitCode = 1;
}
