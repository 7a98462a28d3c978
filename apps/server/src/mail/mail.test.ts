import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { createSeal } from "@alongside/auth";
import { listMails } from "@alongside/db/views/mail";
import { outboxMails } from "@alongside/db/schema";
import { commandLine } from "@alongside/domain/identity";
import { freshDatabase, type TestDatabase } from "@alongside/testkit";
import type { Context } from "@alongside/usecases/context";
import { deliverMails, readMailbox, type SendMail } from "@alongside/usecases/mail";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newId } from "../open.ts";
import { carrierFor } from "./carrier.ts";

const origin = "https://alongside.example";
const seal = createSeal("a secret for tests, of thirty-two characters");

type Post = { readonly to: string; readonly raw: string };

/** A real mail server on the loopback address; it refuses addresses that begin with `full`. */
const openPostOffice = async () => {
  const posts: Post[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith("full") ? new Error("that mailbox is full") : undefined),
    onData: (stream, session, done) => {
      let raw = "";
      stream.on("data", (part: Buffer) => (raw += part.toString()));
      stream.on("end", () => {
        posts.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), raw });
        done();
      });
    },
  });
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", () => up()));
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const send = carrierFor({
    kind: "smtp",
    url: `smtp://127.0.0.1:${port}`,
    from: "Alongside <no-reply@alongside.example>",
  });
  if (send === undefined) throw new Error("no carrier");
  return {
    posts,
    port,
    send,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
};

const dyingPost = resolve(import.meta.dirname, "../../test/dying-post.ts");

/** Runs a process that kills itself over the first mail; answers once it is gone. */
const runToDeath = (...words: readonly string[]): Promise<void> =>
  new Promise((gone) => {
    const child = spawn(process.execPath, [dyingPost, ...words], { stdio: "ignore" });
    child.once("exit", () => gone());
  });

let database: TestDatabase;
let office: Awaited<ReturnType<typeof openPostOffice>>;
let clock = Date.parse("2026-03-02T09:00:00Z");

beforeEach(async () => {
  [database, office] = await Promise.all([freshDatabase(), openPostOffice()]);
});
afterEach(async () => {
  database.drop();
  await office.close();
});

const ctx = (): Context => ({
  actor: commandLine,
  requestId: "r1",
  now: () => clock,
  newId,
  read: database.read,
  write: database.write,
});

const put = (
  recipient: string,
  change: Readonly<Record<string, string>> = {},
  template = "password-changed",
) =>
  database.write((tx) =>
    tx.insert(outboxMails).values({
      id: newId(),
      recipient,
      template,
      content: { name: "Zoë O’Brien", ...change },
      createdAt: new Date(clock).toISOString(),
    }),
  );

const deliver = (send: SendMail = office.send) => deliverMails(ctx(), { seal, origin, send });

describe("the outbox", () => {
  it("is carried by a real mail server, in plain text and HTML, once", async () => {
    await put("someone@alder.example");
    expect(await deliver()).toEqual({ sent: 1, failed: 0, kept: 0 });
    expect(await deliver()).toEqual({ sent: 0, failed: 0, kept: 0 });
    expect(office.posts).toHaveLength(1);
    const [post] = office.posts;
    expect(post?.to).toBe("someone@alder.example");
    expect(post?.raw).toContain("Subject: Your password was changed");
    expect(post?.raw).toContain("text/plain");
    expect(post?.raw).toContain("text/html");
  });

  it("keeps a mail that was not taken, says why, and tries again later", async () => {
    await put("full@alder.example");
    expect(await deliver()).toEqual({ sent: 0, failed: 1, kept: 0 });
    const [row] = await listMails(database.read, 1);
    expect(row?.lastError).toContain("full");
    expect(await deliver()).toEqual({ sent: 0, failed: 0, kept: 0 });
    clock += 3 * 60_000;
    expect(await deliver()).toEqual({ sent: 0, failed: 1, kept: 0 });
  });

  it("sends nothing of work that was rolled back", async () => {
    const work = database.write(async (tx) => {
      await tx.insert(outboxMails).values({
        id: "m1",
        recipient: "someone@alder.example",
        template: "password-changed",
        content: { name: "" },
        createdAt: "2026-03-02T09:00:00Z",
      });
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    expect(await deliver()).toEqual({ sent: 0, failed: 0, kept: 0 });
  });

  it("sends each mail once when two processes look at the same moment", async () => {
    for (let turn = 0; turn < 10; turn += 1) await put(`someone${turn}@alder.example`);
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(office.posts.map(({ to }) => to).toSorted()).toEqual(
      Array.from({ length: 10 }, (_, turn) => `someone${turn}@alder.example`),
    );
  });

  it("lets no word of a name begin a header or run in the page", async () => {
    const name = "Eve\r\nBcc: all@alder.example <script>alert(1)</script>";
    await put(
      "someone@alder.example",
      {
        area: name,
        invitedBy: name,
        role: "head",
        place: "",
        until: "2026-04-01",
        sealedToken: seal.close("t".repeat(27), "mail"),
      },
      "invitation",
    );
    await deliver();
    const raw = office.posts[0]?.raw ?? "";
    expect(raw.split("\r\n\r\n")[0]).not.toMatch(/^Bcc:/m);
    const html = raw.slice(raw.indexOf("text/html"));
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toContain("<script>");
  });

  it("opens the sealed link only in the mail itself", async () => {
    const token = "t".repeat(27);
    await put(
      "someone@alder.example",
      { sealedToken: seal.close(token, "mail") },
      "password-reset",
    );
    const [row] = await listMails(database.read, 1);
    expect(JSON.stringify(row)).not.toContain(token);
    const [mail] = await readMailbox(ctx(), { seal, origin });
    expect(mail?.text).toContain(`${origin}/reset/${token}`);
  });

  it.each([
    ["before it has handed the mail over", "before", 0],
    ["after that, and before it has noted so", "after", 1],
  ])("loses no mail of a process that dies %s", { timeout: 60_000 }, async (_, when, already) => {
    clock = Date.now();
    await put("someone@alder.example");
    await runToDeath(database.url, `smtp://127.0.0.1:${office.port}`, when);
    expect(office.posts).toHaveLength(already);
    expect(await deliver()).toEqual({ sent: 0, failed: 0, kept: 0 });
    clock = Date.now() + 6 * 60_000;
    expect(await deliver()).toEqual({ sent: 1, failed: 0, kept: 0 });
    // What went out twice carries one name, by which a mail server can tell.
    const names = office.posts.map(
      ({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]?.split("@")[0],
    );
    expect(new Set(names).size).toBe(1);
    expect(office.posts).toHaveLength(already + 1);
  });

  it("goes by GOV.UK Notify where that is configured, and nowhere on a demonstration", () => {
    expect(carrierFor({ kind: "none" })).toBeUndefined();
    const key = "test-00000000-0000-0000-0000-000000000000-00000000-0000-0000-0000-000000000000";
    expect(carrierFor({ kind: "notify", key, template: "t" })).toBeTypeOf("function");
  });

  it("says so when there are no words for a mail", async () => {
    await put("someone@alder.example", {}, "nonsense");
    expect(await deliver()).toEqual({ sent: 0, failed: 1, kept: 0 });
    expect((await listMails(database.read, 1))[0]?.lastError).toContain("no words for nonsense");
  });
});
