import { isOutage } from "@alongside/db";
import { RefusedError } from "@alongside/usecases/context";
import { commandLine } from "@alongside/domain/identity";
import { filesFolderOf, type Environment } from "../env.ts";
import { openProduct } from "../open.ts";
import type { Command, Terminal } from "./command.ts";

type Settings = Pick<Environment, "database"> &
  Partial<Pick<Environment, "secret" | "origin" | "port" | "filesFolder">>;

/** Each command is loaded when it is called: an import has no use for what hashes passwords. */
const commands = new Map<string, (settings: Settings) => Promise<Command>>([
  ["import", async () => (await import("./import.ts")).runImport],
  ["area", async () => (await import("./area.ts")).runArea],
  ["audit", async (settings) => (await import("./audit.ts")).runAuditWith(settings)],
  ["backup", async () => (await import("./backup.ts")).runBackup],
  ["retention", async () => (await import("./retention.ts")).runRetentionCommand],
  ["subject-access", async () => (await import("./subject-access.ts")).runSubjectAccess],
  ["erase", async () => (await import("./subject-access.ts")).runErase],
  ["person", async (settings) => (await import("./person.ts")).runPersonWith(settings)],
]);

const usage = `Usage: pnpm alongside COMMAND

  import gias|links|trusts|ofsted|outcomes FILE [--la CODE]... [--as-of YYYY-MM-DD] [--preview] [--json]
  area add NAME --la CODE [--la CODE]... [--slug SLUG]
  area list
  person invite EMAIL --role ROLE --area SLUG
  audit verify
  retention AREA [--run] [--set KIND=MONTHS] [--hold area|school:URN|person:EMAIL --reason TEXT] [--end-hold=ID --reason TEXT]
  subject-access EMAIL --area SLUG
  erase EMAIL --area SLUG --reason TEXT
  backup FILE
  restore FILE
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

const runCommand = async (
  words: readonly string[],
  environment: Settings,
  terminal: Terminal,
): Promise<number> => {
  const [name, ...rest] = words;
  const databaseUrl = environment.database.url;
  const filesFolder = environment.filesFolder ?? filesFolderOf(databaseUrl);
  // A restore puts another file in the place of the database: nothing may have opened it.
  if (name === "restore") {
    const { runRestore } = await import("./backup.ts");
    return runRestore(rest, { ...terminal, databaseUrl, filesFolder });
  }
  const command = await commands.get(name ?? "")?.(environment);
  if (command === undefined) {
    terminal.complain(usage);
    return 2;
  }
  const product = await openProduct(environment);
  try {
    return await command(rest, {
      ...terminal,
      databaseUrl,
      filesFolder,
      ctx: product.contextFor(commandLine),
    });
  } finally {
    product.database.close();
  }
};

/** Runs one command: 0 when it is done, 1 when it is refused or fails, 2 when it was called wrongly. */
export const run: typeof runCommand = async (words, environment, terminal) => {
  try {
    return await runCommand(words, environment, terminal);
  } catch (error) {
    terminal.complain(sentenceOf(error));
    return 1;
  }
};
