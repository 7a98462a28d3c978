import { people } from "@alongside/db/schema";
import { toId, type PersonId } from "@alongside/domain/identity";
import { freshDatabase, type TestDatabase } from "@alongside/testkit";
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashToken } from "../token.ts";
import type { SessionSettings } from "./lucia.ts";
import type { SessionService } from "./session.ts";

const minute = 60_000;
const hour = 60 * minute;
const start = Date.parse("2026-03-02T09:00:00Z");
const ada = toId<PersonId>("ada");
const bea = toId<PersonId>("bea");

/** What every session service must do, whatever stands behind it. */
export const describeSessionService = (
  name: string,
  create: (settings: SessionSettings) => SessionService,
): void => {
  describe(name, () => {
    let database: TestDatabase;
    let clock = start;
    let sessions: SessionService;
    const pass = (milliseconds: number): void => {
      clock += milliseconds;
    };
    const stored = (): Promise<readonly { readonly id: string }[]> =>
      database.read.all(sql`SELECT * FROM sessions`);

    beforeEach(async () => {
      database = await freshDatabase();
      clock = start;
      sessions = create({ database, now: () => clock });
      const createdAt = "2026-01-01T00:00:00Z";
      await database.write((tx) =>
        tx
          .insert(people)
          .values(
            [ada, bea].map((id) => ({ id, name: "Ada", email: `${id}@alder.example`, createdAt })),
          ),
      );
    });
    afterEach(() => database.drop());

    it("opens for the token that it gave, and says whose it is", async () => {
      const { token, session } = await sessions.start({ personId: ada, userAgent: "Firefox" });
      const found = await sessions.read(token);
      expect(found).toEqual({ personId: ada, session });
      expect(found?.session.userAgent).toBe("Firefox");
      expect(found?.session.secondFactorAt).toBeNull();
    });

    it("gives tokens of 200 bits, never the same twice", async () => {
      const tokens = new Set<string>();
      for (let i = 0; i < 50; i += 1) tokens.add((await sessions.start({ personId: ada })).token);
      expect(tokens.size).toBe(50);
      for (const token of tokens) {
        expect(Buffer.from(token, "base64url").length * 8).toBeGreaterThanOrEqual(200);
      }
    });

    it("keeps only the hash of a token", async () => {
      const { token, session } = await sessions.start({ personId: ada });
      expect(session.id).toBe(hashToken(token));
      expect(JSON.stringify(await stored())).not.toContain(token);
    });

    it("does not open for a session's id, an unknown token or text that is no token", async () => {
      const { session } = await sessions.start({ personId: ada });
      for (const token of [session.id, "A".repeat(34), "", "' OR 1=1 --", "x".repeat(100_000)]) {
        expect(await sessions.read(token)).toBeUndefined();
      }
    });

    it("ends after 60 minutes without use", async () => {
      const { token } = await sessions.start({ personId: ada });
      pass(hour - 1);
      expect(await sessions.read(token)).toBeDefined();
      pass(hour);
      expect(await sessions.read(token)).toBeUndefined();
      expect(await stored()).toHaveLength(0);
    });

    it("goes on while it is used, but never past 12 hours", async () => {
      const { token } = await sessions.start({ personId: ada });
      for (let spent = 30 * minute; spent < 12 * hour; spent += 30 * minute) {
        pass(30 * minute);
        expect(await sessions.read(token), `after ${spent / hour} hours`).toBeDefined();
      }
      pass(30 * minute - 1);
      expect(await sessions.read(token)).toBeDefined();
      pass(1);
      expect(await sessions.read(token)).toBeUndefined();
    });

    it("never says that it lasts longer than 12 hours", async () => {
      const { token, session } = await sessions.start({ personId: ada });
      while (clock + 50 * minute < session.endsAt) {
        pass(50 * minute);
        await sessions.read(token);
        const idleUntil = (await sessions.read(token))?.session.idleUntil ?? Infinity;
        expect(idleUntil).toBeLessThanOrEqual(session.endsAt);
      }
    });

    it("writes nothing when it is read again within a minute", async () => {
      let writes = 0;
      const write: typeof database.write = (work) => {
        writes += 1;
        return database.write(work);
      };
      sessions = create({ database: { read: database.read, write }, now: () => clock });
      const { token } = await sessions.start({ personId: ada });
      writes = 0;
      pass(minute - 1);
      for (let i = 0; i < 5; i += 1) await sessions.read(token);
      expect(writes).toBe(0);
      pass(1);
      for (let i = 0; i < 5; i += 1) await sessions.read(token);
      expect(writes).toBe(1);
    });

    it("notes its use at most once a minute, also when many requests come at once", async () => {
      const { token } = await sessions.start({ personId: ada });
      pass(minute - 1);
      await sessions.read(token);
      expect((await sessions.read(token))?.session.lastUsedAt).toBe(start);
      pass(1);
      await Promise.all(Array.from({ length: 20 }, () => sessions.read(token)));
      const after = (await sessions.read(token))?.session;
      expect(after?.lastUsedAt).toBe(start + minute);
      expect(after?.idleUntil).toBe(start + minute + hour);
    });

    it("ends sooner where the instance says so, and notes its use as often as that needs", async () => {
      const brief = create({ database, now: () => clock, idleFor: 10 * minute });
      expect(brief.idleFor).toBe(10 * minute);
      const { token } = await brief.start({ personId: ada });
      pass(10_000);
      await brief.read(token);
      pass(10 * minute - 1);
      expect((await brief.read(token))?.personId).toBe(ada);
      pass(10 * minute);
      expect(await brief.read(token)).toBeUndefined();
    });

    it("notes when its person was last seen, from the sign-in on", async () => {
      const { token } = await sessions.start({ personId: ada });
      const [first] = await database.read.select().from(people).where(eq(people.id, ada));
      expect(first?.lastSeenAt).toBe("2026-03-02T09:00:00.000Z");
      pass(5 * minute);
      await sessions.read(token);
      const [row] = await database.read.select().from(people).where(eq(people.id, ada));
      expect(row?.lastSeenAt).toBe("2026-03-02T09:05:00.000Z");
    });

    it("starts a new session at every sign-in and ends the one that the browser brought", async () => {
      const planted = await sessions.start({ personId: bea });
      const own = await sessions.start({ personId: ada, replaces: planted.session.id });
      expect(own.token).not.toBe(planted.token);
      expect(await sessions.read(planted.token)).toBeUndefined();
      expect((await sessions.read(own.token))?.personId).toBe(ada);
    });

    it("takes a new token at the second factor, and the old one is worth nothing at once", async () => {
      const first = await sessions.start({ personId: ada });
      pass(minute);
      const second = await sessions.rotate(first.session, { secondFactorAt: clock });
      expect(await sessions.read(first.token)).toBeUndefined();
      const found = await sessions.read(second?.token ?? "");
      expect(found?.session).toMatchObject({
        secondFactorAt: clock,
        createdAt: first.session.createdAt,
        endsAt: first.session.endsAt,
      });
      expect(await sessions.rotate(first.session, { secondFactorAt: clock })).toBeUndefined();
    });

    it("is due for a new token after a change of roles, on every device", async () => {
      const phone = await sessions.start({ personId: ada });
      const desk = await sessions.start({ personId: ada });
      const other = await sessions.start({ personId: bea });
      await sessions.rotateAllOf(ada);
      expect((await sessions.read(phone.token))?.session.rotationDue).toBe(true);
      expect((await sessions.read(desk.token))?.session.rotationDue).toBe(true);
      expect((await sessions.read(other.token))?.session.rotationDue).toBe(false);
    });

    it("lets requests under way finish for ten seconds after a change of roles", async () => {
      const old = await sessions.start({ personId: ada });
      await sessions.rotateAllOf(ada);
      const fresh = await sessions.rotate(old.session, "roles-changed");
      expect((await sessions.read(fresh?.token ?? ""))?.session.rotationDue).toBe(false);
      expect((await sessions.read(old.token))?.session.id).toBe(fresh?.session.id);
      expect(await sessions.rotate(old.session, "roles-changed")).toBeUndefined();
      pass(10_000);
      expect(await sessions.read(old.token)).toBeUndefined();
      expect(await sessions.read(fresh?.token ?? "")).toBeDefined();
    });

    it("gives no new token to a session that has run out", async () => {
      const { session } = await sessions.start({ personId: ada });
      pass(hour);
      expect(await sessions.rotate(session, "roles-changed")).toBeUndefined();
    });

    it("lists a person's own live devices and nobody else's", async () => {
      const gone = await sessions.start({ personId: ada, userAgent: "Gone" });
      pass(50 * minute);
      const phone = await sessions.start({ personId: ada, userAgent: "Phone" });
      await sessions.start({ personId: bea, userAgent: "Other" });
      pass(20 * minute);
      await sessions.read(phone.token);
      const devices = await sessions.listOf(ada);
      expect(devices.map((device) => device.userAgent)).toEqual(["Phone"]);
      expect(devices[0]?.id).toBe(phone.session.id);
      expect(JSON.stringify(devices)).not.toContain(gone.token);
      expect(JSON.stringify(devices)).not.toContain(phone.token);
    });

    it("ends at once, and only for the person whose it is", async () => {
      const { token, session } = await sessions.start({ personId: ada });
      expect(await sessions.end(bea, session.id)).toBe(false);
      expect(await sessions.read(token)).toBeDefined();
      expect(await sessions.end(ada, session.id)).toBe(true);
      expect(await sessions.end(ada, session.id)).toBe(false);
      expect(await sessions.read(token)).toBeUndefined();
    });

    it("ends all devices of a person, or all but the one in use", async () => {
      const phone = await sessions.start({ personId: ada });
      const desk = await sessions.start({ personId: ada });
      const other = await sessions.start({ personId: bea });
      expect(await sessions.endAllOf(ada, desk.session.id)).toBe(1);
      expect(await sessions.read(phone.token)).toBeUndefined();
      expect(await sessions.read(desk.token)).toBeDefined();
      expect(await sessions.endAllOf(ada)).toBe(1);
      expect(await sessions.read(desk.token)).toBeUndefined();
      expect(await sessions.read(other.token)).toBeDefined();
    });

    it("does not open for a person who was deactivated", async () => {
      const { token } = await sessions.start({ personId: ada });
      await database.write((tx) =>
        tx.update(people).set({ deactivatedAt: "2026-03-02T09:00:00Z" }).where(eq(people.id, ada)),
      );
      expect(await sessions.read(token)).toBeUndefined();
    });

    it("sweeps what has run out and nothing else", async () => {
      await sessions.start({ personId: ada });
      pass(hour);
      const live = await sessions.start({ personId: bea });
      expect(await sessions.sweep()).toBe(1);
      expect(await sessions.read(live.token)).toBeDefined();
    });

    it("starts inside a transaction, and not at all when that rolls back", async () => {
      const kept = await database.write((tx) => sessions.within(tx).start({ personId: ada }));
      expect(await sessions.read(kept.token)).toBeDefined();
      const lost = database.write(async (tx) => {
        await sessions.within(tx).endAllOf(ada);
        await sessions.within(tx).start({ personId: bea });
        throw new Error("no");
      });
      await expect(lost).rejects.toThrow("no");
      expect(await sessions.read(kept.token)).toBeDefined();
      expect(await sessions.listOf(bea)).toHaveLength(0);
    });
  });
};
