import { recordGrant, recordPerson } from "@alongside/db/stores/identity";
import { commandLine, toId, type AreaId } from "@alongside/domain/identity";
import { isLaCode } from "@alongside/domain/school";
import { createArea } from "@alongside/usecases/area";
import { newId, type Product } from "../../src/open.ts";
import { needs } from "./need.ts";
import { officer } from "./officer.ts";
import { areaIdOf, laCodeOf, places } from "./place.ts";
import type { Size } from "./size.ts";
import { capacity, leaders } from "./supply.ts";
import { fill, type Filled } from "./table.ts";
import { worldAt, type World } from "./world.ts";

/** The rows of one area: places first, for everything else points to them. */
const rowsOf = (world: World, area: number): readonly Filled[] => [
  ...places(world, area),
  ...leaders(world, area),
  ...capacity(world, area),
  needs(world, area),
];

const inventArea = async (product: Product, world: World, area: number): Promise<void> => {
  const laCode = laCodeOf(area);
  if (!isLaCode(laCode)) throw new Error(`${laCode} is no code`);
  const { database, contextFor } = product;
  const id = toId<AreaId>(areaIdOf(area));
  await createArea(contextFor(commandLine), {
    id,
    name: `Area ${area}`,
    slug: id,
    laCodes: [laCode],
  });
  for (const rows of rowsOf(world, area)) await fill(database, rows);
  await database.write((tx) =>
    recordGrant(tx, {
      id: newId(),
      personId: officer,
      role: "officer",
      areaId: id,
      fromOn: world.today,
    }),
  );
};

/** Writes an invented country into a database that was just opened: the same one for the same size. */
export const inventCountry = async (product: Product, size: Size): Promise<void> => {
  const { database, contextFor } = product;
  const world = worldAt(size, contextFor(commandLine).now());
  await database.write((tx) =>
    recordPerson(tx, {
      id: officer,
      name: "Officer",
      email: "officer@bench.example",
      createdAt: world.now,
    }),
  );
  for (let area = 0; area < size.areas; area += 1) await inventArea(product, world, area);
  await database.client.execute("ANALYZE");
};
