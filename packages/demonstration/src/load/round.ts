import { findArea } from "@alongside/db/views/area";
import type { Actor, PersonId } from "@alongside/domain/identity";
import { toRoundId } from "@alongside/domain/round";
import { type Context, todayOf } from "@alongside/usecases/context";
import { createRound, keepPastRound } from "@alongside/usecases/round";
import type { DemonstrationArea } from "../area.ts";
import { termFromNow } from "../history/term.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** The same request by a person of the area, with what that person may do. */
const actedBy = (ctx: Context, area: DemonstrationArea, personId: PersonId): Context => {
  const person = area.people.find(({ id }) => id === personId);
  if (person === undefined) throw new Error(`${personId} is not a person of the area`);
  const actor: Actor = { kind: "person", personId, name: "", grants: person.grants };
  return { ...ctx, actor };
};

const officerOf = ({ signIns }: DemonstrationArea): PersonId => {
  const officer = signIns.find(({ role }) => role === "officer");
  if (officer === undefined) throw new Error("no officer signs in");
  return officer.personId;
};

/** Offers of a term to which every side said yes, the first one for each need. */
const confirmedIn = ({ history }: DemonstrationArea, termId: string) => {
  const lines = new Set(
    history.capacityLines.filter((each) => each.termId === termId).map(({ line }) => line.id),
  );
  return history.offers.filter(
    ({ record }) => record.state === "confirmed" && lines.has(record.line),
  );
};

const sentAt = ({ steps }: DemonstrationArea["history"]["offers"][number]): number =>
  Date.parse(steps.find(({ command }) => command.type === "send")?.command.at ?? "");

/** One round that is over, whose offers are those of the history, and one that has just been begun. */
export const loadRounds = async (ctx: Context, area: DemonstrationArea): Promise<void> => {
  const stored = await findArea(ctx.read, area.id);
  if (stored === undefined) throw new Error(`${area.name} is not there`);
  const officer = actedBy(ctx, area, officerOf(area));
  const today = todayOf(ctx);
  const past = termFromNow(today, -1);
  const offers = confirmedIn(area, past.id);
  const begun = Math.min(...offers.map(sentAt)) - 2 * day;
  await keepPastRound((hours) => ({ ...officer, now: () => begun + hours * hour }), stored, {
    id: toRoundId("round-past"),
    name: "The whole area, last round",
    termId: past.id,
    zones: [],
    offers: offers.map(({ record }) => ({
      offerId: record.id,
      needId: record.need,
      leader: record.leader,
    })),
    words: {
      pinned: "The head and the leader had agreed it already",
      panel: "Meeting of all zones in the Assembly Rooms",
    },
  });
  await createRound(officer, stored, {
    name: "The whole area, next term",
    termId: termFromNow(today, 1).id,
    zones: [],
  });
};
