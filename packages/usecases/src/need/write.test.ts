import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { places, refusalOf } from "../identity/world.ts";
import {
  discardDraft,
  getNeed,
  listNeeds,
  listOwnNeeds,
  saveNeed,
  startNeed,
  submitNeed,
} from "./index.ts";
import { answers, draftOf, leo, openNeedWorld, sentBy, type NeedWorld } from "./need-world.ts";

let world: NeedWorld;
beforeEach(async () => {
  world = await openNeedWorld();
});
afterEach(() => world.drop());

const alder = { urn: places.alder };

describe("beginning a need", () => {
  it("makes a private draft, and is recorded", async () => {
    const { id } = await startNeed(world.head, world.area, alder);
    const page = await getNeed(world.head, world.area, id);
    expect(page).toMatchObject({ state: "draft", reference: null, version: 1 });
    expect(await world.events("need-begun")).toMatchObject([
      { actor: "hana", areaId: "here", entityId: id },
    ]);
  });

  it("pressed twice at once begins one", async () => {
    const [one, other] = await Promise.all([
      startNeed(world.head, world.area, alder),
      startNeed(world.head, world.area, alder),
    ]);
    expect(one.id).toBe(other.id);
    expect(await world.events("need-begun")).toHaveLength(1);
  });

  it("begins another beside a draft that has answers", async () => {
    const { id } = await draftOf(world);
    expect((await startNeed(world.head, world.area, alder)).id).not.toBe(id);
  });

  it("on behalf of a school says so", async () => {
    await startNeed(world.actingCoordinator, world.area, alder);
    const { rows } = await world.database.client.execute(
      "SELECT on_behalf_of FROM events WHERE kind = 'need-begun'",
    );
    expect(rows[0]?.["on_behalf_of"]).toBe("school 900001");
  });

  it("is refused to everyone without a part in the school", async () => {
    const others = { ...world.strangers, "the coordinator": world.coordinator };
    for (const [who, ctx] of Object.entries(others)) {
      const refusal = await refusalOf(() => startNeed(ctx, world.area, alder));
      expect(refusal, who).toEqual({ kind: "not-allowed" });
    }
  });

  it("answers not-found for a school of another area", async () => {
    const work = () => startNeed(world.head, world.area, { urn: places.cedar });
    expect(await refusalOf(work)).toEqual({ kind: "not-found" });
  });
});

describe("a private draft", () => {
  it("is the school's alone", async () => {
    const { id } = await draftOf(world);
    expect((await getNeed(world.staff, world.area, id)).may).toMatchObject({
      write: true,
      submit: false,
    });
    const { coordinator, actingCoordinator, officer, administrator, strangers } = world;
    const others = { coordinator, actingCoordinator, officer, administrator, ...strangers };
    for (const [who, ctx] of Object.entries(others)) {
      const refusal = await refusalOf(() => getNeed(ctx, world.area, id));
      expect(refusal, who).toEqual({ kind: "not-found" });
    }
    const question = {
      scope: "all",
      sort: "due",
      isDescending: false,
      offset: 0,
      limit: 9,
    } as const;
    expect((await listNeeds(world.officer, world.area, question)).total).toBe(0);
    expect(await listOwnNeeds(world.head, world.area)).toMatchObject([{ id, state: "draft" }]);
    expect(await listOwnNeeds(world.officer, world.area)).toEqual([]);
  });

  it("begun on behalf is seen by the school and by those who may act for it", async () => {
    const { id } = await startNeed(world.actingCoordinator, world.area, alder);
    await getNeed(world.head, world.area, id);
    await getNeed(world.actingCoordinator, world.area, id);
    const refusal = await refusalOf(() => getNeed(world.coordinator, world.area, id));
    expect(refusal).toEqual({ kind: "not-found" });
  });

  it("keeps what was answered so far, and never writes the answers into the log", async () => {
    const { id, version } = await draftOf(world, { why: "Results fell", sensitiveNote: "hush" });
    expect(version).toBe(2);
    const { ask } = await getNeed(world.head, world.area, id);
    expect(ask).toMatchObject({ why: "Results fell", sensitiveNote: "hush" });
    expect(JSON.stringify(await world.events())).not.toContain("hush");
  });

  it("is saved by one of two at once; the other is told who and when", async () => {
    const { id, version } = await draftOf(world);
    const save = (why: string) =>
      saveNeed(world.head, world.area, { id, version, changes: { why } });
    await save("one");
    expect(await refusalOf(() => save("two"))).toEqual({
      kind: "changed-since",
      version: version + 1,
      by: "Hana",
      at: "2026-03-02T09:00:00.000Z",
    });
  });

  it("takes only codes of the partnership's lists and leaders of the area", async () => {
    const seen = await draftOf(world);
    const wish = (leader: typeof leo) => [{ leader, privateReason: "" }];
    const save = (changes: Parameters<typeof saveNeed>[2]["changes"]) =>
      saveNeed(world.head, world.area, { ...seen, changes });
    const wrong = {
      focus: ["quality-of-education"],
      primaryArea: "juggling",
      otherAreas: ["maths", "juggling"],
      modes: ["shouting"],
      fundingSource: "lottery",
    };
    for (const [field, value] of Object.entries(wrong)) {
      const refusal = await refusalOf(() => save({ [field]: value }));
      expect(refusal).toEqual({
        kind: "invalid-input",
        fields: { [field]: "Choose from the list" },
      });
    }
    expect(await refusalOf(() => save({ framework: "sub-judgements" }))).toMatchObject({
      fields: { focus: "Choose from the list" },
    });
    const nobody = world.head.actor.kind === "person" ? world.head.actor.personId : leo;
    expect(await refusalOf(() => save({ avoided: wish(nobody) }))).toMatchObject({
      fields: { avoided: "Choose from the list" },
    });
    await save({
      framework: "sub-judgements",
      focus: ["quality-of-education"],
      preferred: wish(leo),
    });
  });

  it("is thrown away by its school, for good", async () => {
    const seen = await draftOf(world);
    await discardDraft(world.head, world.area, seen);
    expect(await refusalOf(() => getNeed(world.head, world.area, seen.id))).toEqual({
      kind: "not-found",
    });
    expect(await world.events("need-draft-discarded")).toHaveLength(1);
  });
});

describe("sending a need", () => {
  it("gives it a number and a clock, shows it to the coordinator, and mails", async () => {
    const { id, version } = await sentBy(world);
    const page = await getNeed(world.coordinator, world.area, id);
    expect(page).toMatchObject({
      reference: "N-0001",
      state: "submitted",
      version,
      next: { who: "coordinator", what: "triage", by: "2026-03-09T23:59:59.999Z" },
      disclosure: { stage: "coordinator" },
    });
    expect(await world.events("need-submitted")).toMatchObject([{ actor: "hana", entityId: id }]);
    expect(await world.needMails()).toEqual([
      ["need-sent", "hana@alder.example"],
      ["need-to-triage", "acton@alder.example"],
      ["need-to-triage", "cora@alder.example"],
    ]);
  });

  it("starts the urgent clock of an urgent one", async () => {
    const { id } = await sentBy(world, { urgent: true });
    expect((await getNeed(world.head, world.area, id)).next.by).toBe("2026-03-03T23:59:59.999Z");
  });

  it("puts no school and no words of the need into a mail", async () => {
    await sentBy(world);
    const { rows } = await world.database.client.execute("SELECT content FROM outbox_mails");
    const text = JSON.stringify(rows);
    for (const secret of ["Alder", answers.why, answers.sensitiveNote]) {
      expect(text).not.toContain(secret);
    }
  });

  it("is the head's alone: the staff prepare, the coordinator does not see it", async () => {
    const seen = await draftOf(world);
    expect(await refusalOf(() => submitNeed(world.staff, world.area, seen))).toEqual({
      kind: "not-allowed",
    });
    expect(await refusalOf(() => submitNeed(world.coordinator, world.area, seen))).toEqual({
      kind: "not-found",
    });
  });

  it("on behalf of a school needs that right, and is recorded", async () => {
    const { id, version } = await startNeed(world.actingCoordinator, world.area, alder);
    const saved = await saveNeed(world.actingCoordinator, world.area, {
      id,
      version,
      changes: answers,
    });
    await submitNeed(world.actingCoordinator, world.area, { id, version: saved.version });
    const { timeline } = await getNeed(world.head, world.area, id);
    expect(timeline[0]).toMatchObject({ kind: "need-submitted", by: "Acton", isOnBehalf: true });
  });

  it("is refused while questions have no answer, and names them", async () => {
    const { modes: _, why: __, ...others } = answers;
    const seen = await draftOf(world, others);
    expect(await refusalOf(() => submitNeed(world.head, world.area, seen))).toEqual({
      kind: "ask-incomplete",
      missing: ["why", "modes"],
    });
  });

  it("happens once when pressed twice at once", async () => {
    const seen = await draftOf(world);
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => submitNeed(world.head, world.area, seen)),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await world.events("need-submitted")).toHaveLength(1);
  });

  it("numbers needs of one area in their order", async () => {
    const one = await sentBy(world);
    const other = await sentBy(world);
    expect((await getNeed(world.head, world.area, one.id)).reference).toBe("N-0001");
    expect((await getNeed(world.head, world.area, other.id)).reference).toBe("N-0002");
  });

  it("keeps a sent need whole when it is changed, which the head alone does", async () => {
    const seen = await sentBy(world);
    const save = (ctx: typeof world.head, changes: typeof answers) =>
      saveNeed(ctx, world.area, { ...seen, changes });
    expect(await refusalOf(() => save(world.head, { why: " " }))).toEqual({
      kind: "ask-incomplete",
      missing: ["why"],
    });
    expect(await refusalOf(() => save(world.staff, { why: "More" }))).toEqual({
      kind: "not-allowed",
    });
    await save(world.head, { why: "More" });
    expect(await world.events("need-revised")).toHaveLength(1);
    expect(
      await refusalOf(() => discardDraft(world.head, world.area, { ...seen, version: 4 })),
    ).toMatchObject({
      kind: "wrong-state",
    });
  });

  it("lets whoever acts for the school change it, but not its private words", async () => {
    const seen = await sentBy(world);
    const save = (changes: typeof answers) =>
      saveNeed(world.actingCoordinator, world.area, { ...seen, changes });
    for (const changes of [{ sensitiveNote: "" }, { preferred: [] }, { avoided: [] }]) {
      expect(await refusalOf(() => save(changes))).toEqual({ kind: "not-allowed" });
    }
    await save({ why: "More" });
    expect((await getNeed(world.head, world.area, seen.id)).ask).toMatchObject({
      why: "More",
      sensitiveNote: answers.sensitiveNote,
    });
  });
});
