import type { Area } from "@alongside/db/views/area";
import { listLinesOfHome, listLinesOfLeader } from "@alongside/db/views/capacity";
import { capacityTimeline, listMovements, type MovementRow } from "@alongside/db/views/ledger";
import { findSchoolOfArea } from "@alongside/db/views/identity-place";
import { namesOf } from "@alongside/db/views/need";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import {
  isHomeHead,
  isLeaderSelf,
  mayPublishCapacity,
  mayReleaseLeader,
  maySeeSupply,
  type PersonId,
} from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import { found, todayOf, type Context } from "../context/index.ts";
import { openLeader } from "../leader/place.ts";

type StatementLine = Awaited<ReturnType<typeof listLinesOfLeader>>[number];

const toTerm = (line: StatementLine) => {
  const { row, term, published, free, held, committed, booked, delivered, released } = line;
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    termId: term.id,
    academicYear: term.academicYear,
    season: term.season,
    endsOn: term.endsOn,
    supply: row.supply,
    confirmedOn: row.confirmedOn,
    goodUntil: row.goodUntil,
    withdrawnReason: row.withdrawnReason,
    days: { published, free, held, committed, booked, delivered, released },
  };
};

export type TermOfDays = ReturnType<typeof toTerm>;

const toMovement = ({ personId: _person, actor, by, ...row }: MovementRow) => ({
  ...row,
  by: by ?? (actor === "command-line" ? "Alongside" : actor),
});

export type MovementLine = ReturnType<typeof toMovement>;

/**
 * Every movement of one leader's days, in every term, with who, when and why. For the leader, the home school's head, the organisation and
 * those who broker; refuses `not-found` to everyone else.
 */
export const getLeaderStatement = async (
  ctx: Context,
  area: Area,
  input: { readonly personId: PersonId },
) => {
  const { personId } = input;
  const { row: leader, place } = await openLeader(ctx, ctx.read, { area, personId });
  const at = toInstant(ctx.now());
  const lines = await listLinesOfLeader(ctx.read, { areaId: area.id, personId, at });
  const ids = lines.map(({ row }) => row.id);
  const [movements, timeline] = await Promise.all([
    listMovements(ctx.read, ids),
    capacityTimeline(ctx.read, ids),
  ]);
  return {
    leader: {
      personId,
      name: leader.name,
      homeUrn: leader.homeUrn,
      homeSchool: leader.homeSchool,
    },
    today: todayOf(ctx),
    isSelf: isLeaderSelf(ctx.actor, place),
    may: {
      publish: mayPublishCapacity(ctx.actor, place),
      release: mayReleaseLeader(ctx.actor, place),
    },
    terms: lines.map(toTerm),
    movements: movements.map(toMovement),
    timeline: timeline.map(({ actor, by, payload: _payload, ...moment }) => ({
      ...moment,
      by: by ?? (actor === "command-line" ? "Alongside" : actor),
    })),
  };
};

export type LeaderStatement = Awaited<ReturnType<typeof getLeaderStatement>>;

/**
 * Every movement of the days that a home school let go, leader by leader. For its head and those who broker; refuses `not-found` to
 * everyone else, and for a school of another area.
 */
export const getHomeStatement = async (ctx: Context, area: Area, input: { readonly urn: Urn }) => {
  const { urn } = input;
  const school = found(await findSchoolOfArea(ctx.read, area.id, urn));
  const place = { areaId: area.id, homeUrn: urn };
  const isSeen = maySeeSupply(ctx.actor, area.id) || isHomeHead(ctx.actor, place);
  found(isSeen ? school : undefined);
  const at = toInstant(ctx.now());
  const lines = await listLinesOfHome(ctx.read, { areaId: area.id, urn, at });
  const movements = await listMovements(
    ctx.read,
    lines.map(({ row }) => row.id),
  );
  const names = await namesOf(
    ctx.read,
    lines.map(({ row }) => row.personId),
  );
  return {
    school,
    today: todayOf(ctx),
    terms: lines.map(({ name, ...line }) => ({
      ...toTerm(line),
      name,
      personId: line.row.personId,
    })),
    movements: movements.map((row) => ({
      ...toMovement(row),
      leader: names.get(row.personId) ?? "Someone who has left",
    })),
  };
};

export type HomeStatement = Awaited<ReturnType<typeof getHomeStatement>>;
