import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyChain } from "@alongside/db/views/audit";
import { get, openLines, post, valueIn, type Reply } from "./call.ts";
import { openGround, type Ground } from "./ground.ts";
import { openHolder } from "./holder.ts";
import { endServer, startServer, type Running } from "./server.ts";
import { prepareSoak, type Writer } from "./world.ts";

export type Filled = {
  /** How the disk was made small: a file system of its own where that is allowed, a limit on files where it is not. */
  readonly by: string;
  readonly acknowledged: number;
  readonly refused: Reply;
  readonly readWhileFull: number;
  /** Whether it writes again by itself once there is room, and whether a new start finds everything. */
  readonly writesAgain: boolean;
  readonly startsClean: boolean;
};

const small = 12;

/** A file system of so many megabytes; undefined where this user may not make one. */
const openSmallDisk = () => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-small-"));
  const words = ["-t", "tmpfs", "-o", `size=${small}m`, "tmpfs", folder];
  if (spawnSync("mount", words).status !== 0) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    clear: () => {
      // Lazily: a server that is still on its way out must not keep what went wrong from being told.
      spawnSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true });
    },
  };
};

type Draft = { id: string; version: number };

const begin = async ({ address }: Running, { urn, cookie }: Writer): Promise<Draft> =>
  valueIn<Draft>(
    await post(openLines(), { address, cookie, procedure: "need.begin", input: { urn } }),
  );

const save = async ({ address }: Running, { cookie }: Writer, draft: Draft): Promise<Reply> => {
  const input = { ...draft, changes: { why: `${draft.version} `.repeat(300) } };
  const reply = await post(openLines(), { address, cookie, procedure: "need.save", input });
  if (reply.status === 200) draft.version += 1;
  return reply;
};

const isWhole = (ground: Ground, draft: Draft): Promise<boolean> =>
  ground.using(async (database) => {
    const [version, integrity] = await Promise.all(
      [
        "SELECT max(version) FROM needs WHERE begun_by LIKE 'writer-%'",
        "PRAGMA integrity_check",
      ].map(async (sql) => (await database.client.execute(sql)).rows[0]?.[0]),
    );
    const { fault } = await verifyChain(database.read);
    return version === draft.version && integrity === "ok" && fault === null;
  });

/** Takes the room that is left, all but a little. */
const fillUp = (folder: string): (() => void) => {
  const { bavail, bsize } = statfsSync(folder);
  const filler = join(folder, "filler");
  writeFileSync(filler, Buffer.alloc(Math.max(bavail - 256, 0) * bsize));
  return () => rmSync(filler);
};

/** Writes until the disk has no room: a clear refusal, reading goes on, and nothing that was acknowledged is lost. */
export const runFull = async (): Promise<Filled> => {
  const disk = openSmallDisk();
  const ground = await openGround(disk?.folder);
  try {
    const { writers } = await ground.using((database) => prepareSoak(database, { writers: 1 }));
    const [writer] = writers;
    if (writer === undefined) throw new Error("nobody writes");
    const limit = disk === undefined ? { limit: "ulimit -f 3000" } : {};
    let server = await startServer({ url: ground.url, folder: ground.folder, ...limit });
    const draft = await begin(server, writer);
    const empty = disk === undefined ? () => undefined : fillUp(disk.folder);
    let refused: Reply = { status: 200, body: "" };
    for (let turn = 0; turn < 5_000 && refused.status === 200; turn += 1)
      refused = await save(server, writer, draft);
    const acknowledged = draft.version;
    const question = { procedure: "need.get", cookie: writer.cookie, input: { id: draft.id } };
    const { status: readWhileFull } = await get(server.address, question);
    empty();
    const again = disk === undefined ? refused : await save(server, writer, draft);
    await endServer(server);
    server = await startServer({ url: ground.url, folder: ground.folder });
    const { status } = await save(server, writer, draft);
    await endServer(server);
    return {
      by: disk === undefined ? "a limit on the size of files" : `a disk of ${small} MB`,
      acknowledged,
      refused,
      readWhileFull,
      writesAgain: disk === undefined || again.status === 200,
      startsClean: status === 200 && (await isWhole(ground, draft)),
    };
  } finally {
    if (disk === undefined) ground.clear();
    disk?.clear();
  }
};

export type Locked = {
  /** What the start says, when it refuses; empty when it goes on. */
  readonly atStart: string;
  readonly refused: Reply | undefined;
  readonly readWhileLocked: number | undefined;
  readonly startsClean: boolean;
};

/** Nobody: whoever runs as root may write to what is read-only. */
const nobody = process.getuid?.() === 0 ? 65_534 : undefined;

const setMode = (folder: string, mode: { readonly file: number; readonly folder: number }) => {
  for (const ending of ["", "-wal", "-shm"]) chmodSync(join(folder, `soak.db${ending}`), mode.file);
  chmodSync(folder, mode.folder);
};

/** A file that may be read and not written, with its log beside it because another process has it open. */
export const runReadOnly = async (): Promise<Locked> => {
  const ground = await openGround();
  mkdirSync(join(ground.folder, "files"));
  try {
    const { writers } = await ground.using((database) => prepareSoak(database, { writers: 1 }));
    const [writer] = writers;
    if (writer === undefined) throw new Error("nobody writes");
    const start = { url: ground.url, folder: ground.folder };
    let server = await startServer(start);
    const draft = await begin(server, writer);
    await endServer(server);
    const other = await openHolder(ground.path);
    setMode(ground.folder, { file: 0o444, folder: 0o555 });
    let atStart = "";
    let refused: Reply | undefined;
    let readWhileLocked: number | undefined;
    try {
      server = await startServer({ ...start, uid: nobody });
      refused = await save(server, writer, draft);
      const question = { procedure: "need.get", cookie: writer.cookie, input: { id: draft.id } };
      readWhileLocked = (await get(server.address, question)).status;
      await endServer(server);
    } catch (error) {
      atStart = error instanceof Error ? error.message.trim() : String(error);
    }
    setMode(ground.folder, { file: 0o644, folder: 0o755 });
    await other.leave();
    server = await startServer(start);
    const { status } = await save(server, writer, draft);
    await endServer(server);
    const startsClean = status === 200 && (await isWhole(ground, draft));
    return { atStart, refused, readWhileLocked, startsClean };
  } finally {
    ground.clear();
  }
};
