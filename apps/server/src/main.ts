import { serve } from "@hono/node-server";
import { createAuth } from "@alongside/auth";
import { listAreas } from "@alongside/db/views/area";
import { demonstrationPassword, loadDemonstration } from "@alongside/demonstration/load";
import { commandLine } from "@alongside/domain/identity";
import { pino } from "pino";
import { createApp } from "./app.ts";
import { readEnvironment, type Environment } from "./env.ts";
import { newId, openProduct, type Product } from "./open.ts";

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** A production instance never serves invented people whose password anyone can read. */
const refuseDemonstration = async ({ database }: Product): Promise<void> => {
  const invented = (await listAreas(database.read)).filter((area) => area.isDemonstration);
  if (invented.length === 0) return;
  const names = invented.map((area) => area.name).join(", ");
  throw new Error(
    `This database holds demonstration data (${names}): a production start refuses it.`,
  );
};

const printSignIns = async (product: Product): Promise<void> => {
  const signIns = await loadDemonstration(product.contextFor(commandLine));
  say(`\nDemonstration sign-ins, all with the password: ${demonstrationPassword}\n`);
  for (const { role, email, name } of signIns) {
    say(`  ${role.padEnd(28)}${email.padEnd(48)}${name}`);
  }
};

const listen = (environment: Environment, product: Product) => {
  const app = createApp({
    database: product.database,
    auth: createAuth({
      database: product.database,
      now: Date.now,
      secret: environment.secret,
    }),
    log: pino({ level: environment.logLevel }),
    now: Date.now,
    newId,
    origin: environment.origin,
    webFolder: environment.webFolder,
  });
  const options = { fetch: app.fetch, port: environment.port, hostname: environment.host };
  return serve(options, ({ port }) => {
    say(`\nAlongside is at ${environment.origin ?? `http://localhost:${port}`}\n`);
  });
};

const start = async (): Promise<void> => {
  const environment = readEnvironment(process.env);
  const product = await openProduct(environment);
  if (environment.isProduction) await refuseDemonstration(product);
  if (environment.loadsDemonstration) await printSignIns(product);
  const server = listen(environment, product);
  const stop = () => {
    server.close(() => {
      product.database.close();
      process.exit(0);
    });
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
};

try {
  await start();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
