import { expect, test } from "vitest";
import {
  decideOffer,
  evolveOffer,
  proposeOffer,
  toOfferId,
  type Offer,
} from "@alongside/domain/offer";
import { toCapacityLineId } from "@alongside/domain/capacity";
import { toNeedId } from "@alongside/domain/need";
import { toDate } from "../calendar.ts";
import { personIdOf } from "../person/person.ts";
import { momentOn } from "./moment.ts";
import { replay } from "./told.ts";

const beginning = proposeOffer({
  id: toOfferId("offer"),
  need: toNeedId("need"),
  line: toCapacityLineId("line"),
  leader: personIdOf("leader"),
  halfDays: 2,
  window: "any",
  urgent: false,
});
const machine = { decide: decideOffer, evolve: evolveOffer };
const step = (type: "send" | "accept") => ({
  by: null,
  onBehalfOf: null,
  command: { type, at: momentOn(toDate("2026-11-20"), 600) },
});

test("a story goes through the rules of the product, step by step", () => {
  const told: Offer = replay(machine, beginning, [step("send"), step("accept")]);
  expect(told.state).toBe("accepted");
});

test("a step that the rules refuse stops the story", () => {
  expect(() => replay(machine, beginning, [step("accept")])).toThrow("wrong-state");
});
