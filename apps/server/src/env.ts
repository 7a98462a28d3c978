import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { OidcProvider } from "@alongside/auth";
import { z } from "zod";
import type { BackupPlan } from "./jobs/backup.ts";
import { findChromium } from "./pdf/print.ts";
import { readSignInServices } from "./sign-in-service.ts";

/** The root of the checkout or the installed tree: everything that the server reads lies below it. */
export const root = resolve(import.meta.dirname, "../../..");

const developmentSecret = "alongside-development-secret-not-for-production";

const text = z.string().trim().min(1);

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  HOST: text.default("127.0.0.1"),
  DATABASE_URL: text
    .regex(
      /^(file:|https?:\/\/|wss?:\/\/|libsql:\/\/)/,
      "must start with file:, http(s)://, ws(s):// or libsql://",
    )
    .default(`file:${resolve(root, ".data/alongside.db")}`),
  DATABASE_AUTH_TOKEN: text.optional(),
  ORIGIN: z.url().optional(),
  SECRET: text.min(32, "must be at least 32 characters").default(developmentSecret),
  SMTP_URL: text.regex(/^smtps?:\/\//, "must start with smtp:// or smtps://").optional(),
  MAIL_FROM: text.default("Alongside <no-reply@alongside.invalid>"),
  NOTIFY_API_KEY: text.optional(),
  NOTIFY_TEMPLATE: text.optional(),
  FILES_FOLDER: text.optional(),
  BACKUP_FOLDER: text.optional(),
  BACKUP_MINUTES: z.coerce.number().min(0.01).max(10_080).default(60),
  BACKUP_KEEP: z.coerce.number().int().min(1).max(10_000).default(48),
  CHROMIUM: text.optional(),
  WEB_FOLDER: text.default(resolve(root, "apps/web/dist")),
  SESSION_IDLE_MINUTES: z.coerce.number().min(0.25).max(60).default(60),
  METRICS_TOKEN: text.min(32, "must be at least 32 characters").optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("warn"),
  DEMONSTRATION: z.enum(["yes", "no"]).optional(),
});

export type Environment = {
  readonly isProduction: boolean;
  readonly port: number;
  readonly host: string;
  readonly database: { readonly url: string; readonly authToken: string | undefined };
  /** Where browsers find the product; on a production instance an https address. */
  readonly origin: string | undefined;
  readonly secret: string;
  /** The services that people may sign in with besides their password. */
  readonly signInServices: readonly OidcProvider[];
  readonly loadsDemonstration: boolean;
  /** The folder of the built web app. */
  readonly webFolder: string;
  /** The folder of attached files; never one that is served. */
  readonly filesFolder: string;
  /** How backups are made by themselves; undefined where nobody said where to. */
  readonly backup: BackupPlan | undefined;
  /** The browser that prints PDFs; undefined where the machine has none. */
  readonly chromium: string | undefined;
  readonly logLevel: string;
  /** What whoever reads the metrics has to bring. */
  readonly metricsToken: string | undefined;
  /** Milliseconds until a sign-in that nobody uses ends. */
  readonly sessionIdleFor: number;
  /** Who carries mail out; `none` keeps it in the outbox, where a demonstration shows it on a page. */
  readonly mail:
    | { readonly kind: "none" }
    | { readonly kind: "smtp"; readonly url: string; readonly from: string }
    | { readonly kind: "notify"; readonly key: string; readonly template: string };
};

const productionFaults = (values: z.infer<typeof schema>): readonly string[] => {
  if (values.NODE_ENV !== "production") return [];
  return [
    ...(values.SECRET === developmentSecret
      ? ["SECRET is the development secret: set one of your own"]
      : []),
    ...(values.DEMONSTRATION === "yes"
      ? ["DEMONSTRATION must not be yes on a production instance"]
      : []),
    ...(values.SESSION_IDLE_MINUTES < 5
      ? ["SESSION_IDLE_MINUTES must be 5 or more: people need time to read the warning"]
      : []),
    ...(values.ORIGIN?.startsWith("https://")
      ? []
      : ["ORIGIN must be the https address of the product"]),
  ];
};

const backupFaults = (values: z.infer<typeof schema>): readonly string[] =>
  values.BACKUP_FOLDER === undefined || values.DATABASE_URL.startsWith("file:")
    ? []
    : ["BACKUP_FOLDER is for a file: a libSQL server is backed up with its own tools"];

const backupOf = (values: z.infer<typeof schema>): BackupPlan | undefined =>
  values.BACKUP_FOLDER === undefined
    ? undefined
    : {
        folder: resolve(values.BACKUP_FOLDER),
        every: values.BACKUP_MINUTES * 60_000,
        keep: values.BACKUP_KEEP,
      };

const mailOf = (values: z.infer<typeof schema>): Environment["mail"] => {
  const { SMTP_URL: url, MAIL_FROM: from, NOTIFY_API_KEY: key, NOTIFY_TEMPLATE: template } = values;
  if (url !== undefined) return { kind: "smtp", url, from };
  return key !== undefined && template !== undefined
    ? { kind: "notify", key, template }
    : { kind: "none" };
};

/** Attached files lie beside the database that names them, unless a setting says where. */
export const filesFolderOf = (databaseUrl: string, given?: string): string => {
  if (given !== undefined) return resolve(given);
  return databaseUrl.startsWith("file:")
    ? resolve(databaseUrl.slice("file:".length).replace(/(\.db)?$/, ".files"))
    : resolve(root, ".data/files");
};

const ensureFolder = (url: string): void => {
  if (url.startsWith("file:")) mkdirSync(dirname(url.slice("file:".length)), { recursive: true });
};

/** Reads the environment table of the README. Throws one error that names every setting that is wrong. */
export const readEnvironment = (
  variables: Readonly<Record<string, string | undefined>>,
): Environment => {
  const parsed = schema.safeParse(variables);
  const services = readSignInServices(variables, variables["ORIGIN"]);
  const faults = [
    ...(parsed.success
      ? [...productionFaults(parsed.data), ...backupFaults(parsed.data)]
      : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`)),
    ...services.faults,
  ];
  if (!parsed.success || faults.length > 0) {
    throw new Error(
      `The settings are not right:\n${faults.map((fault) => `  ${fault}`).join("\n")}`,
    );
  }
  const values = parsed.data;
  ensureFolder(values.DATABASE_URL);
  return {
    isProduction: values.NODE_ENV === "production",
    port: values.PORT,
    host: values.HOST,
    database: { url: values.DATABASE_URL, authToken: values.DATABASE_AUTH_TOKEN },
    origin: values.ORIGIN,
    secret: values.SECRET,
    signInServices: services.providers,
    webFolder: values.WEB_FOLDER,
    chromium: findChromium(values.CHROMIUM),
    filesFolder: filesFolderOf(values.DATABASE_URL, values.FILES_FOLDER),
    backup: backupOf(values),
    logLevel: values.LOG_LEVEL,
    metricsToken: values.METRICS_TOKEN,
    sessionIdleFor: values.SESSION_IDLE_MINUTES * 60_000,
    mail: mailOf(values),
    loadsDemonstration:
      (values.DEMONSTRATION ?? (values.NODE_ENV === "production" ? "no" : "yes")) === "yes",
  };
};
