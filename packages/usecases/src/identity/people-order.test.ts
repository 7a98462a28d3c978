import { anonymous } from "@alongside/domain/identity";
import { expect, it } from "vitest";
import { listPeople } from "./people.ts";
import { signIn } from "./sign-in.ts";
import { emailOf, from, grants, minute, openWorld, password, places } from "./world.ts";

it("sorts people by name or by when they were last seen, either way", async () => {
  const world = await openWorld();
  const admin = await world.signedIn("Ada", grants.administrator);
  await world.addPerson("Bea", [grants.head]);
  await world.addPerson("cy", [grants.staff]);
  await world.addPerson("Di", [grants.headOfBeech]);
  for (const name of ["Di", "cy"]) {
    world.pass(minute);
    await signIn(world.as(anonymous), { email: emailOf(name), password, ...from });
  }
  const sorted = async (sort: "name" | "seen", isDescending: boolean) => {
    const order = { offset: 0, limit: 50, sort, isDescending };
    const { people } = await listPeople(admin, { areaId: places.here }, order);
    return people.map(({ name }) => name);
  };
  expect(await sorted("name", false)).toEqual(["Ada", "Bea", "cy", "Di"]);
  expect(await sorted("name", true)).toEqual(["Di", "cy", "Bea", "Ada"]);
  expect(await sorted("seen", true)).toEqual(["cy", "Di", "Ada", "Bea"]);
  expect(await sorted("seen", false)).toEqual(["Bea", "Ada", "Di", "cy"]);
  await world.database.drop();
});
