import { afterEach, beforeEach, expect, it } from "vitest";
import { openDeploymentWorld, type DeploymentWorld } from "../deployment/deployment-world.ts";
import { endEarly } from "../deployment/index.ts";
import {
  acceptOffer,
  askAboutOffer,
  confirmOffer,
  releaseForOffer,
  sendOffer,
} from "../offer/index.ts";
import { getNeed, listNeeds, listOwnNeeds, type NeedSeen } from "./index.ts";

let world: DeploymentWorld;
beforeEach(async () => {
  world = await openDeploymentWorld();
});
afterEach(() => world.drop());

const supportOf = async ({ id }: Pick<NeedSeen, "id">) =>
  (await getNeed(world.head, world.area, id)).support;

/** Its line in the coordinator's queue, in the order of clocks. */
const inQueue = async ({ id }: Pick<NeedSeen, "id">) => {
  const asked = { scope: "all", sort: "due", isDescending: false, offset: 0, limit: 50 } as const;
  const { needs } = await listNeeds(world.coordinator, world.area, asked);
  return needs.find((line) => line.id === id);
};

it("says whose turn it is on the offer for a need, and until when", async () => {
  const { area, coordinator, head, homeHead } = world;
  const max = await world.addLeader("Max");
  const need = await world.openedNeed();
  expect(await supportOf(need)).toEqual({ offer: null, work: null });
  const asked = { halfDays: 4, note: "", overrideReason: "", leader: max.personId };
  const sent = await sendOffer(coordinator, area, {
    ...asked,
    needId: need.id,
    version: need.version,
  });
  const offer = { id: sent.id, state: "sent", awaitsCoordinator: false };
  expect(await supportOf(need)).toEqual({
    offer: { ...offer, due: "2026-03-09T23:59:59.999Z" },
    work: null,
  });
  const talked = await askAboutOffer(max.ctx, area, { ...sent, text: "Which room?" });
  expect((await supportOf(need)).offer).toMatchObject({ state: "sent", awaitsCoordinator: true });
  const accepted = await acceptOffer(max.ctx, area, talked);
  expect((await supportOf(need)).offer).toMatchObject({ state: "accepted" });
  const released = await releaseForOffer(homeHead, area, accepted);
  expect((await supportOf(need)).offer).toMatchObject({ state: "released" });
  const own = await listOwnNeeds(head, area);
  expect(own.find(({ id }) => id === need.id)?.support.offer).toMatchObject({ state: "released" });
  await confirmOffer(head, area, released);
  expect(await supportOf(need)).toMatchObject({
    offer: { state: "confirmed", due: null },
    work: { next: { what: "write" }, due: "2026-03-09T23:59:59.999Z" },
  });
  expect(await inQueue(need)).toMatchObject({
    state: "offered",
    offer: null,
    next: { by: "2026-03-09T23:59:59.999Z" },
    dueInDays: 7,
  });
});

it("goes on with the agreement that came of it, and ends with it", async () => {
  const { need } = await world.page();
  expect((await supportOf(need)).work).toMatchObject({
    id: world.drafted.id,
    lastDay: "2026-03-27",
  });
  expect((await inQueue(need))?.next.by).not.toBeNull();
  await world.inForce();
  expect((await inQueue(need))?.next.by).toBeNull();
  expect(await supportOf(need)).toMatchObject({
    offer: null,
    work: { next: { what: "carry-out" }, due: null, lastDay: "2026-03-27" },
  });
  const early = { ...(await world.seen()), reason: "The head has left" };
  await endEarly(world.coordinator, world.area, early);
  expect((await supportOf(need)).work?.next.what).toBe("none");
});
