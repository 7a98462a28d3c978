import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { namesOf } from "@alongside/db/views/need";
import { listCodeEntries } from "@alongside/db/views/partnership";
import { listNeedNames, listRoundSchools, type RoundSchool } from "@alongside/db/views/round-facts";
import { listZones } from "@alongside/db/views/partnership-zone";
import type { RunRow } from "@alongside/db/views/round";
import { toReference } from "@alongside/domain/need";
import { isUrn } from "@alongside/domain/school";
import type { Explanation, Plan } from "@alongside/matching";
import { thawPlan, thawProblem } from "./frozen.ts";
import type { Names } from "./plan-words.ts";
import type { ProblemProvider, ProblemRequest, RoundProblem } from "./problem.ts";

/** A run as it was frozen, with the names of today. */
export type Picture = {
  readonly run: RunRow;
  readonly problem: RoundProblem;
  readonly plan: Plan;
  readonly names: Names;
  readonly need: (id: string) => PicturedNeed;
  readonly leader: (id: string) => PicturedLeader;
};

/** Guarantee: only `keepRun` writes reasons, and it writes an `Explanation`. Large ones take long to read: only the plan's own page needs them. */
export const thawReasons = (text: string): Explanation => JSON.parse(text) as Explanation;

const pointOf = (school: RoundSchool | undefined) => {
  const { easting, northing } = school ?? {};
  return easting === null || easting === undefined || northing === null || northing === undefined
    ? null
    : { x: easting, y: northing };
};

type Looked = {
  readonly schools: ReadonlyMap<string, RoundSchool>;
  readonly numbers: ReadonlyMap<string, number | null>;
  readonly people: ReadonlyMap<string, string>;
  readonly zones: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
};

const zoneWords = ({ zones }: Looked, id: string): string => zones.get(id) ?? "No zone";

const toNeed = (looked: Looked, request: ProblemRequest) => {
  const school = looked.schools.get(request.urn);
  const number = looked.numbers.get(request.id) ?? null;
  return {
    id: request.id,
    reference: number === null ? "" : toReference(number),
    urn: Number(request.urn),
    school: school?.name ?? request.urn,
    point: pointOf(school),
    zone: zoneWords(looked, request.zone),
    phase: request.phase,
    band: request.band,
    halfDays: request.days,
    window: request.window,
    expertise: looked.labels.get(request.primary) ?? request.primary,
  };
};

export type PicturedNeed = ReturnType<typeof toNeed>;

const toLeader = (looked: Looked, provider: ProblemProvider) => {
  const home = looked.schools.get(provider.urn);
  return {
    id: provider.id,
    name: looked.people.get(provider.id) ?? "Somebody",
    home: home?.name ?? provider.urn,
    point: pointOf(home),
    zone: zoneWords(looked, provider.zone),
    halfDays: provider.days,
    mostSchools: provider.maxSchools,
  };
};

export type PicturedLeader = ReturnType<typeof toLeader>;

const look = async (read: Read, area: Area, problem: RoundProblem): Promise<Looked> => {
  const { requests, providers } = problem;
  const urns = [...requests, ...providers].map(({ urn }) => Number(urn)).filter(isUrn);
  const [schools, needs, people, zones, entries] = await Promise.all([
    listRoundSchools(read, [...new Set(urns)]),
    listNeedNames(
      read,
      area.id,
      requests.map(({ id }) => id),
    ),
    namesOf(
      read,
      providers.map(({ id }) => id),
    ),
    listZones(read, area.id),
    listCodeEntries(read, area.id, "expertise"),
  ]);
  return {
    schools: new Map(schools.map((school) => [String(school.urn), school])),
    numbers: new Map(needs.map(({ id, number }) => [id, number])),
    people,
    zones: new Map(zones.map(({ id, name }) => [id, name])),
    labels: new Map(entries.map(({ code, label }) => [code, label])),
  };
};

const known = <Value>(value: Value | undefined, id: string): Value => {
  if (value === undefined) throw new Error(`${id} is not in the frozen round`);
  return value;
};

/** Reads the names that go with a frozen problem. */
export const nameProblem = async (read: Read, area: Area, problem: RoundProblem) => {
  const looked = await look(read, area, problem);
  const needs = new Map<string, PicturedNeed>(
    problem.requests.map((request) => [request.id, toNeed(looked, request)]),
  );
  const leaders = new Map<string, PicturedLeader>(
    problem.providers.map((provider) => [provider.id, toLeader(looked, provider)]),
  );
  const need = (id: string) => known(needs.get(id), id);
  const leader = (id: string) => known(leaders.get(id), id);
  const names: Names = {
    leader: (id) => leader(id).name,
    school: (id) => need(id).school,
    expertise: (code) => looked.labels.get(code) ?? code,
    zone: (id) => zoneWords(looked, id),
  };
  return { names, need, leader };
};

/** Thaws a run and names everything in it. */
export const pictureRun = async (read: Read, area: Area, run: RunRow): Promise<Picture> => {
  const problem = thawProblem(run.problem);
  const named = await nameProblem(read, area, problem);
  return { run, problem, plan: thawPlan(run.plan), ...named };
};
