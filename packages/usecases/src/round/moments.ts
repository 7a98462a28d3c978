import type { Area } from "@alongside/db/views/area";
import { namesOf } from "@alongside/db/views/need";
import { listNeedNames } from "@alongside/db/views/round-facts";
import { roundTimeline } from "@alongside/db/views/round";
import { toNeedId } from "@alongside/domain/need";
import type { RoundId } from "@alongside/domain/round";
import type { Context } from "../context/index.ts";

type Facts = Readonly<Record<string, unknown>>;

const isFacts = (value: unknown): value is Facts => typeof value === "object" && value !== null;

const factsOf = (payload: string | null): Facts => {
  const facts: unknown = payload === null ? null : JSON.parse(payload);
  return isFacts(facts) ? facts : {};
};

const textOf = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null;

/** What was done, the run, school and leader that it was about, the day that was set, and the words that were given with it. */
const momentIn = (facts: Facts) => {
  const { reason, words, note, run, answerBy } = facts;
  const change = isFacts(facts["change"]) ? facts["change"] : {};
  const number = isFacts(run) ? run["number"] : run;
  return {
    words: [words, reason, note, change["reason"]].flatMap((each) => textOf(each) ?? [])[0] ?? "",
    change: textOf(change["kind"]),
    need: textOf(change["need"]),
    leaderId: textOf(change["leader"]),
    run: typeof number === "number" ? number : null,
    day: textOf(answerBy),
  };
};

type Moment = ReturnType<typeof momentIn>;

/** A pin that is taken back says its school alone: whom it was of stands where it was set. Moments come with the latest first. */
const withPinned = <Each extends Moment>(moments: readonly Each[]): readonly Each[] =>
  moments.map((moment, index) =>
    moment.change === "unpin"
      ? {
          ...moment,
          leaderId:
            moments
              .slice(index + 1)
              .find(({ change, need }) => change === "pin" && need === moment.need)?.leaderId ??
            null,
        }
      : moment,
  );

/** What happened to a round, the latest first: who did what, and about which run, school and leader. */
export const listMoments = async (ctx: Context, area: Area, id: RoundId) => {
  const events = await roundTimeline(ctx.read, id);
  const moments = withPinned(
    events.map(({ at, kind, by, payload }) => ({ at, kind, by, ...momentIn(factsOf(payload)) })),
  );
  const [needs, people] = await Promise.all([
    listNeedNames(
      ctx.read,
      area.id,
      moments.flatMap(({ need }) => (need === null ? [] : toNeedId(need))),
    ),
    namesOf(
      ctx.read,
      moments.flatMap(({ leaderId }) => leaderId ?? []),
    ),
  ]);
  const schools = new Map<string, string>(needs.map(({ id: need, school }) => [need, school]));
  return moments.map(({ need, leaderId, ...moment }) => ({
    ...moment,
    school: schools.get(need ?? "") ?? null,
    leader: people.get(leaderId ?? "") ?? null,
  }));
};
