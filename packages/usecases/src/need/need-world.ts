import type { Area } from "@alongside/db/views/area";
import { dateOf } from "@alongside/domain/calendar";
import { toId, type Grant, type PersonId } from "@alongside/domain/identity";
import { toNeedId, type NeedId } from "@alongside/domain/need";
import { recordDefaults } from "../area/defaults.ts";
import type { Context } from "../context/index.ts";
import { grants, openWorld, places, type World } from "../identity/world.ts";
import { saveNeed, startNeed, submitNeed, type AskChanges, type NeedSeen } from "./index.ts";

/** For tests alone: a world whose area has its lists, with the people that a need concerns. */
export type NeedWorld = World & {
  readonly area: Area;
  readonly head: Context;
  readonly staff: Context;
  readonly coordinator: Context;
  readonly actingCoordinator: Context;
  readonly officer: Context;
  readonly administrator: Context;
  /** Everyone who must not know of a need of Alder School: by name, each with a part somewhere. */
  readonly strangers: Readonly<Record<string, Context>>;
  readonly needMails: () => Promise<readonly (readonly [template: string, recipient: string])[]>;
};

const actingGrant: Grant = { ...grants.coordinator, mayActOnBehalf: true };

/** Answers to every question. */
export const answers: AskChanges = {
  framework: "report-card",
  focus: ["achievement"],
  why: "Results fell two years running",
  wantedOutcome: "Nine in ten meet the standard",
  wantedBy: dateOf(2026, 7, 20),
  primaryArea: "phonics-and-early-reading",
  otherAreas: ["assessment"],
  halfDays: 12,
  modes: ["coaching"],
  earliest: dateOf(2026, 3, 16),
  fundingSource: "zone-budget",
  sensitiveNote: "The chair does not know yet",
};

export const openNeedWorld = async (): Promise<NeedWorld> => {
  const world = await openWorld();
  await world.database.write((tx) => recordDefaults(tx, places.here));
  const area: Area = {
    id: places.here,
    slug: "here",
    name: "Northfield Partnership",
    isDemonstration: false,
    outline: null,
    version: 1,
    createdAt: "2026-01-01",
    laCodes: [],
  };
  const eastern: Grant = { ...grants.coordinator, zoneId: places.east };
  return {
    ...world,
    area,
    head: await world.signedIn("Hana", grants.head),
    staff: await world.signedIn("Stan", grants.staff),
    coordinator: await world.signedIn("Cora", grants.coordinator),
    actingCoordinator: await world.signedIn("Acton", actingGrant),
    officer: await world.signedIn("Olu", grants.officer),
    administrator: await world.signedIn("Ada", grants.administrator),
    strangers: {
      "the head of another school": await world.signedIn("Bea", grants.headOfBeech),
      "the coordinator of another zone": await world.signedIn("Eli", eastern),
      "a leader": await world.signedIn("Leo", grants.leader),
      "a board member": await world.signedIn("Bob", grants.board),
      "a head of another area": await world.signedIn("Ced", grants.headOfCedar),
      "an administrator of another area": await world.signedIn("Tia", grants.administratorThere),
      "the operator": await world.signedIn("Opal", grants.operator),
      nobody: world.as({ kind: "anonymous" }),
    },
    needMails: async () => {
      const { rows } = await world.database.client.execute(
        "SELECT template, recipient FROM outbox_mails ORDER BY rowid",
      );
      return rows.map((row) => [String(row["template"]), String(row["recipient"])] as const);
    },
  };
};

export const leo: PersonId = toId<PersonId>("leo");
export const unknownNeed: NeedId = toNeedId("nowhere");

/** A draft of Alder School with these answers. */
export const draftOf = async (
  { area, head }: NeedWorld,
  changes: AskChanges = answers,
): Promise<NeedSeen> => {
  const { id, version } = await startNeed(head, area, { urn: places.alder });
  const saved = await saveNeed(head, area, { id, version, changes });
  return { id, version: saved.version };
};

/** A need that Alder School has sent. */
export const sentBy = async (world: NeedWorld, changes?: AskChanges): Promise<NeedSeen> => {
  const draft = await draftOf(world, { ...answers, ...changes });
  const { version } = await submitNeed(world.head, world.area, draft);
  return { id: draft.id, version };
};
