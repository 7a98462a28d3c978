import { createPasswords } from "@alongside/auth";
import { recordGrant, recordPerson } from "@alongside/db/stores/identity";
import { createArea } from "@alongside/usecases/area";
import { commandLine, toId, type AreaId, type PersonId } from "@alongside/domain/identity";
import { londonDate, type LaCode } from "@alongside/domain/school";
import { openApp, type TestApp } from "./app.ts";
import { newTraveller, type Traveller } from "./traveller.ts";

/** For tests and benches alone: what anyone may ask about an address, over HTTP, and what must not tell whether it has an account. */
export type Doors = {
  readonly app: TestApp;
  /** By the name of the address: one with an account, one without, one whose account was shut. */
  readonly addresses: Readonly<Record<string, string>>;
  /** By what is asked: sends it for an address. */
  readonly asks: Readonly<Record<string, (email: string) => Promise<Response>>>;
  /** Takes back what the asks count and write, so that the next one finds the same. */
  readonly forget: () => Promise<void>;
};

const password = "marmot sings under lamps";
const areaId = toId<AreaId>("here");

const addArea = async ({ database }: TestApp): Promise<void> => {
  const { read, write } = database;
  let ids = 0;
  const newId = () => `a-${(ids += 1)}`;
  const context = { actor: commandLine, requestId: "r", now: Date.now, newId, read, write };
  const laCodes = ["901" as LaCode];
  await createArea(context, {
    id: areaId,
    name: "Here",
    slug: "here",
    laCodes,
    isDemonstration: false,
  });
};

const addPeople = async ({ database }: TestApp): Promise<void> => {
  const passwordHash = await createPasswords().hash(password);
  const createdAt = new Date().toISOString();
  const fromOn = londonDate(Date.now());
  await database.write(async (tx) => {
    for (const name of ["known", "shut", "administrator"]) {
      const id = toId<PersonId>(name);
      const person = { id, name, email: `${name}@alder.example`, passwordHash, createdAt };
      // Invented, so that no second step stands before the ask that is timed.
      await recordPerson(tx, { ...person, isDemonstration: true });
    }
    const role = "partnership-administrator";
    await recordGrant(tx, {
      id: "g1",
      personId: toId<PersonId>("administrator"),
      role,
      areaId,
      fromOn,
    });
  });
  await database.client.execute("UPDATE people SET deactivated_at = '2026' WHERE id = 'shut'");
};

const signInAdministrator = async (app: TestApp): Promise<Traveller> => {
  const administrator = newTraveller(app);
  await administrator.send("/trpc/session.signIn", {
    email: "administrator@alder.example",
    password,
  });
  if (!administrator.hasSession()) throw new Error("the administrator is not signed in");
  return administrator;
};

export const openDoors = async (): Promise<Doors> => {
  const app = await openApp();
  await addArea(app);
  await addPeople(app);
  const visitor = newTraveller(app);
  const administrator = await signInAdministrator(app);
  return {
    app,
    addresses: {
      "with an account": "known@alder.example",
      "without one": "nobody@alder.example",
      "of one that was shut": "shut@alder.example",
    },
    asks: {
      "sign-in": (email) => visitor.send("/trpc/session.signIn", { email, password: "a guess" }),
      reset: (email) => visitor.send("/trpc/identity.requestReset", { email }),
      invitation: (email) =>
        administrator.send("/trpc/invitation.send", { area: "here", email, role: "officer" }),
    },
    forget: async () => {
      for (const table of ["attempts", "invitations", "password_resets"]) {
        await app.database.client.execute(`DELETE FROM ${table}`);
      }
    },
  };
};
