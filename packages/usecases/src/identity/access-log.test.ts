import { expect, it } from "vitest";
import { openNeedWorld, sentBy } from "../need/need-world.ts";
import { readPrivateWords } from "../need/index.ts";
import { readAccessLog } from "./access-log.ts";

it("tells who read the private words of whose need, and is searched by name", async () => {
  const world = await openNeedWorld();
  const { id } = await sentBy(world);
  await readPrivateWords(world.coordinator, world.area, id);
  const filter = { areaId: world.area.id, group: "reading" } as const;
  const lines = await readAccessLog(world.administrator, filter, { limit: 50 });
  expect(lines).toMatchObject([
    { kind: "need-private-words-read", actorName: "Cora", schoolName: "Alder School" },
  ]);
  const found = async (words: string) =>
    (await readAccessLog(world.administrator, { ...filter, words }, { limit: 50 })).length;
  expect([await found("COR"), await found("Hana"), await found("%")]).toEqual([1, 0, 0]);
  await world.database.drop();
});
