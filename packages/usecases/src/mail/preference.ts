import { recordMailPreference } from "@alongside/db/stores/mail";
import { listPreferences } from "@alongside/db/views/mail";
import { instantOf, record, refuse, type Context } from "../context/index.ts";
import { isTopic, topics, type Topic, type Way } from "./topic.ts";

export type Preferences = Readonly<Record<Topic, Way>>;

const whoChooses = (ctx: Context) =>
  ctx.actor.kind === "person" && ctx.actor.awaits === undefined
    ? ctx.actor.personId
    : refuse({ kind: "sign-in-required" });

/** How the person at the screen wants to be told, topic by topic; at once where nothing was chosen. */
export const getPreferences = async (ctx: Context): Promise<Preferences> => {
  const chosen = await listPreferences(ctx.read, whoChooses(ctx));
  const wayOf = (topic: Topic): Way => chosen.find((row) => row.topic === topic)?.way ?? "at-once";
  return { reminder: wayOf("reminder"), progress: wayOf("progress") };
};

/** Chooses how to be told. What does not change leaves no trace. */
export const setPreferences = (ctx: Context, wanted: Preferences): Promise<Preferences> =>
  ctx.write(async (tx) => {
    const personId = whoChooses(ctx);
    const before = await listPreferences(tx, personId);
    const changed = topics.filter((topic) => {
      const now = before.find((row) => row.topic === topic)?.way ?? "at-once";
      return isTopic(topic) && now !== wanted[topic];
    });
    for (const topic of changed) {
      const changedAt = instantOf(ctx);
      await recordMailPreference(tx, { personId, topic, way: wanted[topic], changedAt });
    }
    if (changed.length > 0) {
      await record(ctx, tx, {
        areaId: null,
        entity: "person",
        entityId: personId,
        entityVersion: 0,
        kind: "mail-preferences-changed",
        payload: Object.fromEntries(changed.map((topic) => [topic, wanted[topic]])),
      });
    }
    return wanted;
  });
