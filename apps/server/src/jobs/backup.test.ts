import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import { openDatabase } from "@alongside/db";
import { verifyChain } from "@alongside/db/views/audit";
import { listAreas } from "@alongside/db/views/area";
import { commandLine } from "@alongside/domain/identity";
import { isLaCode } from "@alongside/domain/school";
import { createArea } from "@alongside/usecases/area";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../cli/run.ts";
import { openProduct, type Product } from "../open.ts";
import { backupJob, listBackups } from "./backup.ts";

const hour = 3_600_000;
const log = pino({ level: "silent" });
const secret = "a secret of tests, long enough to be one";

let folder: string;
let product: Product;
let database: { readonly url: string; readonly authToken: undefined };
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "alongside-backup-"));
  database = { url: `file:${join(folder, "live.db")}`, authToken: undefined };
  product = await openProduct({ database });
});
afterEach(() => {
  product.database.close();
  rmSync(folder, { recursive: true });
});

const backups = (): string => join(folder, "backups");
const job = (keep: number) =>
  backupJob({
    plan: { folder: backups(), every: hour, keep },
    environment: { ...process.env, NODE_ENV: "test", DATABASE_URL: database.url },
    now: Date.now,
    log,
  });

const addArea = (number: number) =>
  createArea(product.contextFor(commandLine), {
    name: `Area ${number}`,
    slug: `area-${number}`,
    laCodes: [String(number)].filter(isLaCode),
  });

/** Opens areas one after the other until it is told to stop; answers how many. */
const keepWriting = () => {
  const state = { isOver: false, written: 0 };
  const ended = (async () => {
    for (; !state.isOver && state.written < 700; state.written += 1) {
      await addArea(201 + state.written);
      await rest(20);
    }
    return state.written;
  })();
  return {
    stop: () => {
      state.isOver = true;
      return ended;
    },
  };
};

/** Three backups of long ago, one that was cut short, and one that somebody made by hand. */
const leaveOldOnes = (): void => {
  mkdirSync(backups());
  const long = (Date.now() - 3 * hour) / 1_000;
  for (const day of ["01", "02", "03"]) {
    const path = join(backups(), `alongside-2026-01-${day}T09-00-00-000Z.db`);
    writeFileSync(path, "old");
    mkdirSync(`${path}.files`);
    utimesSync(path, long, long);
  }
  writeFileSync(join(backups(), "alongside-2026-01-04T09-00-00-000Z.db.part"), "cut short");
  writeFileSync(join(backups(), "by-hand.db"), "kept by somebody");
};

/** The newest two are there, what was made by hand too, and nothing that was cut short. */
const expectTidy = (): void => {
  const names = readdirSync(backups()).toSorted();
  expect(names.filter((name) => name.endsWith(".part"))).toEqual([]);
  expect(names).toContain("by-hand.db");
  expect(names).toContain("alongside-2026-01-03T09-00-00-000Z.db.files");
  expect(names).not.toContain("alongside-2026-01-02T09-00-00-000Z.db.files");
  expect(listBackups(backups())).toHaveLength(2);
};

describe("backups that are made by themselves", () => {
  it("hold one moment of a database that is written to, are that moment again once restored, and are as many as are kept", async () => {
    await addArea(901);
    leaveOldOnes();
    mkdirSync(join(folder, "live.files/ab"), { recursive: true });
    writeFileSync(join(folder, "live.files/ab/abcd"), "what was attached");
    const writing = keepWriting();
    expect(await job(2).round()).toEqual({ made: 1, removed: 2 });
    expect(await job(2).round()).toEqual({ made: 0, removed: 0 });
    expectTidy();
    const written = await writing.stop();
    product.database.close();
    const [made] = listBackups(backups());
    const [say, said] = [(line: string) => void lines.push(line), () => lines.join("\n")];
    const lines: string[] = [];
    rmSync(join(folder, "live.files"), { recursive: true });
    const words = ["restore", made?.path ?? ""];
    const terminal = { say, complain: say, folder };
    expect(await run(words, { database, secret }, terminal), said()).toBe(0);
    expect(existsSync(join(folder, "live.files/ab/abcd"))).toBe(true);
    const restored = openDatabase(database);
    const areas = await listAreas(restored.read);
    const { events, fault } = await verifyChain(restored.read);
    restored.close();
    expect(fault).toBeNull();
    expect(events).toBe(areas.length);
    expect(areas.length).toBeLessThanOrEqual(written + 1);
    // The first so many, without a gap: a moment, and not parts of two.
    const names = new Set(areas.map(({ name }) => name));
    for (let number = 0; number < areas.length - 1; number += 1)
      expect(names).toContain(`Area ${201 + number}`);
    product = await openProduct({ database });
  });

  it("fail loudly, and leave nothing with the name of a backup", async () => {
    writeFileSync(join(folder, "backups"), "a file where the folder should be");
    await expect(job(2).round()).rejects.toThrow();
  });
});
