import { createPasswords } from "@alongside/auth";
import { recordGrant, recordPerson } from "@alongside/db/stores/identity";
import { addDays } from "@alongside/domain/calendar";
import { instantOf, record, todayOf, type Context } from "@alongside/usecases/context";
import type { DemonstrationArea } from "../area.ts";
import { demonstrationPassword } from "./sign-in.ts";

const daysInPost = 700;

/** Writes the invented people with their roles. They all have the one password of the demonstration. */
export const loadPeople = async (ctx: Context, area: DemonstrationArea): Promise<void> => {
  const passwordHash = await createPasswords().hash(demonstrationPassword);
  // They have been in post since before the history begins: nobody is new to a leader’s school.
  const fromOn = addDays(todayOf(ctx), -daysInPost);
  await ctx.write(async (tx) => {
    for (const { id, name, email, grants } of area.people) {
      const createdAt = instantOf(ctx);
      await recordPerson(tx, { id, name, email, passwordHash, isDemonstration: true, createdAt });
      for (const grant of grants) {
        await recordGrant(tx, { id: ctx.newId(), personId: id, fromOn, ...grant });
      }
      await record(ctx, tx, {
        areaId: area.id,
        entity: "person",
        entityId: id,
        entityVersion: 1,
        kind: "person-added",
      });
    }
  });
};
