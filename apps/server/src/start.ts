import type { Server } from "node:http";
import { endLiveUpdates } from "@alongside/api";
import { createAuth, createOidc } from "@alongside/auth";
import { listAreas } from "@alongside/db/views/area";
import { demonstrationPassword, loadDemonstration } from "@alongside/demonstration/load";
import { commandLine } from "@alongside/domain/identity";
import { hostEngine, type Engine } from "@alongside/usecases/engine";
import { noteJobRun, type JobRun } from "@alongside/usecases/operations";
import { pino } from "pino";
import { createApp } from "./app.ts";
import { openFileStore } from "./file-store.ts";
import type { Dependencies } from "./deps.ts";
import { openEngine } from "./engine/open-engine.ts";
import { createPrinter } from "./pdf/print.ts";
import { readEnvironment, type Environment } from "./env.ts";
import { backupJob } from "./jobs/backup.ts";
import { clockJob } from "./jobs/clock.ts";
import { deliveryJob, mailJob, sortJob } from "./jobs/mail.ts";
import { startJob } from "./jobs/repeat.ts";
import { askerFor, carrierFor } from "./mail/carrier.ts";
import { newId, openProduct, type Product } from "./open.ts";
import { serverFor } from "./turn.ts";

/** A product that serves. */
export type Started = {
  readonly address: string;
  /** Serves what was asked, ends what runs beside it, and closes the database. */
  readonly stop: () => Promise<void>;
};

type Variables = Readonly<Record<string, string | undefined>>;

type Listening = { readonly server: Server; readonly address: string };

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

const listen = (environment: Environment, deps: Dependencies): Promise<Listening> =>
  new Promise((done, fail) => {
    const server = serverFor(createApp(deps)).listen(environment.port, environment.host, () => {
      const place = server.address();
      const port = typeof place === "object" && place !== null ? place.port : environment.port;
      done({ server, address: environment.origin ?? `http://localhost:${port}` });
    });
    server.once("error", fail);
  });

const oidcOf = ({ signInServices: providers, origin }: Environment) =>
  origin === undefined ? undefined : createOidc({ providers, origin, now: Date.now });

const dependenciesOf = (environment: Environment, product: Product): Dependencies => {
  const { database } = product;
  const { secret, origin, webFolder, isProduction, sessionIdleFor: idleFor } = environment;
  return {
    database,
    auth: createAuth({ database, now: Date.now, secret, oidc: oidcOf(environment), idleFor }),
    log: pino({ level: environment.logLevel }),
    now: Date.now,
    newId,
    origin,
    showsMailbox: !isProduction && environment.mail.kind === "none",
    files: openFileStore(environment.filesFolder),
    printPdf: createPrinter({ chromium: environment.chromium, patience: 30_000 }),
    metricsToken: environment.metricsToken,
    webFolder,
  };
};

/** Starts what runs beside the requests; answers how to stop all of it. */
const startJobs = (
  environment: Environment,
  product: Product,
  given: Dependencies & { readonly address: string; readonly variables: Variables },
): (() => Promise<void>) => {
  const { auth, log, address: origin, variables } = given;
  const send = carrierFor(environment.mail);
  const ask = askerFor(environment.mail);
  const jobs = [
    clockJob(product, { auth, log }),
    send === undefined ? sortJob(product, log) : mailJob({ product, auth, origin, send, log }),
    ...(ask === undefined ? [] : [deliveryJob(product, { ask, log })]),
    ...(environment.backup === undefined
      ? []
      : [backupJob({ plan: environment.backup, environment: variables, now: Date.now, log })]),
  ];
  const note = (run: JobRun) => noteJobRun(product.database, run);
  const stops = jobs.map((job) => startJob({ ...job, note }));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
};

/** Starts the whole product with these settings. Throws with a sentence when it cannot start. */
export const startProduct = async (
  variables: Variables,
  engineToHost: () => Engine = openEngine,
): Promise<Started> => {
  const environment = readEnvironment(variables);
  const product = await openProduct(environment);
  if (environment.isProduction) await refuseDemonstration(product);
  if (environment.loadsDemonstration) await printSignIns(product);
  const deps = dependenciesOf(environment, product);
  hostEngine(engineToHost());
  const { server, address } = await listen(environment, deps);
  const stopJobs = startJobs(environment, product, { ...deps, address, variables });
  const stop = async () => {
    // A page that listens would keep the server waiting for as long as it is open.
    endLiveUpdates(product.database.read);
    await new Promise((closed) => server.close(closed));
    await stopJobs();
    product.database.close();
  };
  return { address, stop };
};
