import { verifyChain } from "@alongside/db/views/audit";
import type { Area } from "@alongside/db/views/area";
import { retentionKinds, type RetentionKind } from "@alongside/domain/retention";
import { keepFigure } from "@alongside/testkit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commandLine } from "@alongside/domain/identity";
import { openArea } from "../area/index.ts";
import { record } from "../context/index.ts";
import type { IdentityContext } from "../identity/index.ts";
import { grants, openWorld, places, refusalOf, type World } from "../identity/world.ts";
import {
  changeRule,
  placeHold,
  releaseHold,
  runRetention,
  showRetention,
  tryRetention,
} from "./index.ts";

const old = "2010-01-04T09:00:00.000Z";
const young = "2026-02-27T09:00:00.000Z";

let world: World;
let area: Area;
let administrator: IdentityContext;

const execute = (statement: string) => world.database.client.executeMultiple(statement);

/** One old and one young row of each kind, of Alder School and of the person Adalovelace. */
const plant = async () => {
  await world.addPerson("Adalovelace", [grants.leader]);
  await world.addPerson("Youngperson", [grants.leader]);
  const needs = (id: string, at: string) =>
    `('${id}', 'here', 900001, '{"state":"closed","closedAt":"${at}","reopensAs":{"ask":{"sensitiveNote":"SECRET","preferred":[{"leader":"l","privateReason":"SECRET"}]}}}', 'closed', 0, 'adalovelace', 0, '${at}', '${at}')`;
  const visits = (id: string, at: string) =>
    `('${id}', 'here', 'd1', 'l1', 'adalovelace', 900001, '{"state":"noted","note":{"met":["SECRET"],"seen":"SECRET","progress":[{"text":"SECRET"}]}}', 'noted', '${at.slice(0, 10)}', '09:30', 1, '${at}', '${at}')`;
  await execute(`
    PRAGMA foreign_keys = OFF;
    UPDATE role_grants SET ended_at = '${old}' WHERE person_id = 'adalovelace';
    UPDATE role_grants SET ended_at = '${young}' WHERE person_id = 'youngperson';
    INSERT INTO outbox_mails (id, area_id, recipient, template, content, created_at, sent_at) VALUES
      ('old-mail', 'here', 'adalovelace@alder.example', 't', '{}', '${old}', '${old}'),
      ('young-mail', 'here', 'youngperson@alder.example', 't', '{}', '${young}', '${young}');
    INSERT INTO invitations (id, email, role, area_id, urn, token_hash, invited_by, created_at, expires_at) VALUES
      ('old-invitation', 'a@b.example', 'head', 'here', 900001, 'h1', 'adalovelace', '${old}', ${Date.parse(old)}),
      ('young-invitation', 'a@b.example', 'head', 'here', 900001, 'h2', 'adalovelace', '${young}', ${Date.parse(young)});
    INSERT INTO answer_links (token_hash, area_id, person_id, purpose, about_id, created_at, expires_at) VALUES
      ('old-link', 'here', 'adalovelace', 'leader', 'o', 1, ${Date.parse(old)}),
      ('young-link', 'here', 'youngperson', 'leader', 'o', 1, ${Date.parse(young)});
    INSERT INTO needs (id, area_id, urn, need, state, is_urgent, begun_by, is_begun_on_behalf, created_at, changed_at) VALUES
      ${needs("old-need", old)}, ${needs("young-need", young)};
    INSERT INTO attachments (id, area_id, need_id, name, kind, bytes, hash, added_by, added_at) VALUES
      ('old-file', 'here', 'old-need', 'a.pdf', 'pdf', 1, 'hash-old', 'adalovelace', '${old}'),
      ('young-file', 'here', 'young-need', 'b.pdf', 'pdf', 1, 'hash-young', 'adalovelace', '${young}');
    INSERT INTO visits (id, area_id, deployment_id, line_id, person_id, urn, visit, state, date, starts_at, half_days, created_at, changed_at) VALUES
      ${visits("old-visit", old)}, ${visits("young-visit", young)};`);
  await world.database.write(async (tx) => {
    const event = {
      areaId: places.here,
      entity: "need",
      entityId: "old-need",
      entityVersion: 1,
      kind: "need-changed",
      payload: { why: "SECRET" },
    };
    await record({ ...world.as(commandLine), now: () => Date.parse(old) }, tx, event);
    await record(world.as(commandLine), tx, event);
  });
};

beforeEach(async () => {
  world = await openWorld();
  administrator = await world.signedIn("Administrator", grants.administrator);
  area = await openArea(administrator, "here");
  await plant();
});
afterEach(() => world.drop());

const removed: string[] = [];
const files = { remove: async (hash: string) => void removed.push(hash) };

const counts = (outcomes: readonly { kind: RetentionKind; due: number; held: number }[]) =>
  Object.fromEntries(outcomes.map(({ kind, due, held }) => [kind, [due, held]]));

const all = (due: number, held: number) =>
  Object.fromEntries(retentionKinds.map((kind) => [kind, [due, held]]));

/** Everything that a run may change, as text. */
const content = async (): Promise<string> => {
  const parts: string[] = [];
  for (const table of [
    "outbox_mails",
    "invitations",
    "answer_links",
    "needs",
    "attachments",
    "visits",
    "people",
    "events",
  ]) {
    const { rows } = await world.database.client.execute(`SELECT * FROM ${table}`);
    parts.push(JSON.stringify(rows));
  }
  return parts.join("\n");
};

describe("a dry run", () => {
  it("finds the old one of each kind, none of the young, and changes nothing", async () => {
    const before = await content();
    expect(counts(await tryRetention(administrator, area))).toEqual(all(1, 0));
    expect(await content()).toBe(before);
  });
});

describe("a run", () => {
  it("removes what the dry run found, and only that, each kind on record, with the chain whole", async () => {
    removed.length = 0;
    const found = await tryRetention(administrator, area);
    const outcomes = await runRetention(administrator, area, files);
    expect(counts(outcomes)).toEqual(counts(found));
    const text = await content();
    for (const gone of ["old-mail", "old-invitation", "old-link"]) expect(text).not.toContain(gone);
    for (const kept of ["young-mail", "young-invitation", "young-link", "young-visit"])
      expect(text).toContain(kept);
    expect(removed).toEqual(["hash-old"]);
    const { rows } = await world.database.client.execute("SELECT id, need FROM needs ORDER BY id");
    expect(rows.map(({ id, need }) => [id, String(need).includes("SECRET")])).toEqual([
      ["old-need", false],
      ["young-need", true],
    ]);
    const acts = await world.database.client.execute(
      "SELECT payload FROM events WHERE kind = 'retention-run'",
    );
    expect(acts.rows).toHaveLength(retentionKinds.length);
    const { fault, erased } = await verifyChain(world.database.read);
    expect([fault, erased > 0]).toEqual([null, true]);
    const again = await runRetention(administrator, area, files);
    expect(counts(again)).toEqual(all(0, 0));
    keepFigure(
      "audit.retention",
      `${retentionKinds.length} kinds, ${outcomes.reduce((sum, { due }) => sum + due, 0)} old records removed as the dry run said, 0 young ones; each an act on record`,
    );
  });

  it("keeps what a hold on the person, the school or the area keeps, until the hold is ended", async () => {
    const person = {
      kind: "person",
      personId: await world.addPerson("Another", [grants.leader]),
    } as const;
    await placeHold(administrator, area, { subject: person, reason: "Somebody else" });
    expect(counts(await tryRetention(administrator, area))).toEqual(all(1, 0));
    const hold = await placeHold(administrator, area, {
      subject: { kind: "area" },
      reason: "An inquiry",
    });
    const held = counts(await runRetention(administrator, area, files));
    expect(held).toEqual(all(0, 1));
    await releaseHold(administrator, area, { id: hold.id, reason: "It is over" });
    await placeHold(administrator, area, {
      subject: { kind: "school", urn: places.alder },
      reason: "A complaint",
    });
    expect(counts(await tryRetention(administrator, area))).toMatchObject({
      "sent-mail": [1, 0],
      invitation: [0, 1],
      "private-words": [0, 1],
      "attached-file": [0, 1],
      "visit-note": [0, 1],
      "event-words": [0, 1],
    });
  });
});

describe("the rules", () => {
  it("are changed within their bounds, on record, by one who saw the last version", async () => {
    const change = { kind: "sent-mail", months: 3, version: 0 } as const;
    expect(await changeRule(administrator, area, change)).toEqual({ version: 1 });
    expect(
      await refusalOf(() => changeRule(administrator, area, { ...change, months: 4 })),
    ).toMatchObject({ kind: "changed-since" });
    expect(
      await refusalOf(() => changeRule(administrator, area, { ...change, months: 99, version: 1 })),
    ).toMatchObject({ kind: "retention-term-wrong" });
    const { rules, acts } = await showRetention(administrator, area);
    expect(rules.find(({ kind }) => kind === "sent-mail")).toMatchObject({ months: 3, version: 1 });
    expect(acts[0]).toMatchObject({ kind: "retention-rule-changed", by: "Administrator" });
  });

  it("of the area that keeps longest count for a person who left two", async () => {
    await execute(
      "INSERT INTO role_grants (id, person_id, role, area_id, from_on, ended_at) VALUES ('x', 'adalovelace', 'head', 'there', '2009-01-01', '2023-06-01')",
    );
    const due = async () => counts(await tryRetention(administrator, area))["departed-person"];
    expect(await due()).toEqual([1, 0]);
    await execute(
      "INSERT INTO retention_rules (area_id, kind, months, changed_by, changed_at) VALUES ('there', 'departed-person', 84, 'x', 'x')",
    );
    expect(await due()).toEqual([0, 0]);
  });
});

describe("keeping", () => {
  it("is for the administrators of the area, and a run wants the second factor shown lately", async () => {
    const officer = await world.signedIn("Officer", grants.officer);
    const there = await world.signedIn("There", grants.administratorThere);
    const subject = { kind: "area" } as const;
    for (const ctx of [officer, there]) {
      const acts = [
        () => showRetention(ctx, area),
        () => tryRetention(ctx, area),
        () => runRetention(ctx, area, files),
        () => changeRule(ctx, area, { kind: "sent-mail", months: 3, version: 0 }),
        () => placeHold(ctx, area, { subject, reason: "x" }),
        () => releaseHold(ctx, area, { id: "x", reason: "x" }),
      ];
      for (const act of acts) expect(await refusalOf(act)).toEqual({ kind: "not-allowed" });
    }
    world.pass(16 * 60_000);
    expect(await refusalOf(() => runRetention(administrator, area, files))).toEqual({
      kind: "second-factor-stale",
    });
  });

  it("holds nothing of another area, and ends no hold twice", async () => {
    const cedar = { kind: "school", urn: places.cedar } as const;
    expect(
      await refusalOf(() => placeHold(administrator, area, { subject: cedar, reason: "x" })),
    ).toEqual({ kind: "not-found" });
    const stranger = {
      kind: "person",
      personId: await world.addPerson("Stranger", [grants.headOfCedar]),
    } as const;
    expect(
      await refusalOf(() => placeHold(administrator, area, { subject: stranger, reason: "x" })),
    ).toEqual({ kind: "not-found" });
    const { id } = await placeHold(administrator, area, { subject: { kind: "area" }, reason: "x" });
    await releaseHold(administrator, area, { id, reason: "over" });
    expect(await refusalOf(() => releaseHold(administrator, area, { id, reason: "over" }))).toEqual(
      { kind: "not-found" },
    );
  });
});
