import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context/index.ts";
import { recordNewOffer } from "@alongside/db/stores/offer";
import { toNeedId } from "@alongside/domain/need";
import { proposeOffer, toOfferId } from "@alongside/domain/offer";
import { places, refusalOf } from "../identity/world.ts";
import { getNeed } from "../need/index.ts";
import { openNeed } from "../need/place.ts";
import { openMatchWorld, type MatchLeader, type MatchWorld } from "../shortlist/match-world.ts";
import {
  acceptOffer,
  askAboutOffer,
  declineOffer,
  getOffer,
  listOffers,
  sendOffer,
  withdrawOffer,
  type OfferQuestion,
} from "./index.ts";

let world: MatchWorld;
let lena: MatchLeader;
let max: MatchLeader;
beforeEach(async () => {
  world = await openMatchWorld();
  [lena, max] = [await world.addLeader("Lena"), await world.addLeader("Max")];
});
afterEach(() => world.drop());

const send = async (leader: MatchLeader, halfDays: number) => {
  const need = await world.openedNeed();
  return sendOffer(world.coordinator, world.area, {
    needId: need.id,
    version: need.version,
    leader: leader.personId,
    halfDays,
    note: "",
    overrideReason: "",
  });
};
const listed = async (question: OfferQuestion, ctx: Context = world.coordinator) => {
  const { offers, total, counts } = await listOffers(ctx, world.area, question);
  return { lines: offers.map(({ leader, part }) => `${leader.name} ${part}`), total, counts };
};

describe("an offer that was prepared and not sent", () => {
  const prepare = async () => {
    const need = await world.openedNeed();
    const { place } = await world.coordinator.write((tx) =>
      openNeed(world.coordinator, tx, { area: world.area, id: need.id }),
    );
    const offer = proposeOffer({
      id: toOfferId("prepared"),
      need: need.id,
      line: lena.line,
      leader: lena.personId,
      halfDays: 4,
      window: "any",
      urgent: false,
    });
    const about = { areaId: world.area.id, homeUrn: places.beech, urn: place.urn, madeBy: "cora" };
    const createdAt = new Date(world.now()).toISOString();
    await world.database.write((tx) =>
      recordNewOffer(tx, { offer, ...about, note: "", overrideReason: "", createdAt }),
    );
    return offer.id;
  };

  it("is nobody’s to see but the staff’s, who may send it or take it back without a word to anybody", async () => {
    const id = await prepare();
    for (const ctx of [lena.ctx, world.homeHead]) {
      expect(await refusalOf(() => getOffer(ctx, world.area, id))).toEqual({ kind: "not-found" });
      expect((await listed({ limit: 50, offset: 0 }, ctx)).lines).toEqual([]);
    }
    const { may, version } = await getOffer(world.coordinator, world.area, id);
    expect(may).toMatchObject({ send: true, withdraw: true, remind: false });
    const before = await world.needMails();
    const taken = await withdrawOffer(world.coordinator, world.area, {
      id,
      version,
      reason: "Another leader is nearer",
    });
    expect(taken.state).toBe("withdrawn");
    expect(await world.needMails()).toEqual(before);
  });

  it("is taken back when an offer for its need is sent, to whomever, and not when one for another need is", async () => {
    const id = await prepare();
    await send(lena, 2);
    const { need, state } = await getOffer(world.coordinator, world.area, id);
    expect(state).toBe("proposed");
    const { version } = await getNeed(world.coordinator, world.area, need.id ?? toNeedId(""));
    const sent = await sendOffer(world.coordinator, world.area, {
      needId: need.id ?? toNeedId(""),
      version,
      leader: max.personId,
      halfDays: 2,
      note: "",
      overrideReason: "",
    });
    const after = await getOffer(world.coordinator, world.area, id);
    expect(after).toMatchObject({
      state: "withdrawn",
      end: { by: null, reason: "An offer for this need was sent" },
    });
    expect((await getOffer(world.coordinator, world.area, sent.id)).state).toBe("sent");
    expect((await world.needMails()).map(([template]) => template)).not.toContain(
      "offer-withdrawn",
    );
  });
});

describe("the list of offers", () => {
  it("is narrowed by whose turn it is, stage and words, and keeps its counts", async () => {
    await send(lena, 4);
    const declined = await send(max, 2);
    await declineOffer(max.ctx, world.area, {
      ...declined,
      reason: "timing",
      text: "Not this term",
    });
    const counts = { yours: 0, waiting: 1, over: 1 };
    expect(await listed({})).toEqual({ lines: ["Lena waiting", "Max over"], total: 2, counts });
    const narrowed: readonly (readonly [OfferQuestion, string])[] = [
      [{ parts: ["over"] }, "Max over"],
      [{ states: ["sent"] }, "Lena waiting"],
      [{ words: "max" }, "Max over"],
      [{ sort: "days", limit: 1 }, "Max over"],
    ];
    for (const [question, line] of narrowed) expect((await listed(question)).lines).toEqual([line]);
    expect(await listed({ parts: ["yours"] })).toEqual({ lines: [], total: 0, counts });
    expect((await listed({}, lena.ctx)).lines).toEqual(["Lena yours"]);
  });

  it("is a coordinator’s turn when a leader has asked, not when others are awaited for whom the coordinator may answer", async () => {
    const sent = await send(lena, 4);
    for (const ctx of [world.coordinator, world.actingCoordinator, world.officer])
      expect((await listed({}, ctx)).lines).toEqual(["Lena waiting"]);
    await askAboutOffer(lena.ctx, world.area, { ...sent, text: "Which year groups?" });
    expect((await listed({}, world.actingCoordinator)).lines).toEqual(["Lena yours"]);
    expect((await listed({}, lena.ctx)).lines).toEqual(["Lena waiting"]);
  });

  it("does not find a school by its name, nor show it, for a leader to whom it is not named", async () => {
    const sent = await send(lena, 4);
    const { offers } = await listOffers(lena.ctx, world.area, {});
    expect(offers).toMatchObject([{ school: null }]);
    expect(JSON.stringify(offers)).not.toMatch(/Alder School|900001/);
    expect((await listed({ words: "Alder" }, lena.ctx)).total).toBe(0);
    expect((await listed({ words: "Alder" })).total).toBe(1);
    await acceptOffer(lena.ctx, world.area, sent);
    expect((await listed({ words: "Alder" }, lena.ctx)).total).toBe(1);
  });
});
