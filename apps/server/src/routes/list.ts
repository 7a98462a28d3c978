import {
  needQuestionInAddress,
  peopleFilter,
  peopleQuestionInAddress,
  questionInAddress,
} from "@alongside/api";
import type { NotTaken } from "@alongside/domain/register-import";
import { exportPeople } from "@alongside/usecases/identity";
import { listNeeds, type QueueLine } from "@alongside/usecases/need";
import { getImport } from "@alongside/usecases/register";
import { listSchools, type SchoolListLine } from "@alongside/usecases/school";
import type { Hono } from "hono";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import type { Rows } from "../table/table.ts";
import { listFiles } from "./list-file.ts";

const wholeList = { offset: 0, limit: 100_000 };

const schoolRow = ({ zones, easting: _east, northing: _north, ...school }: SchoolListLine) => ({
  ...school,
  zones: zones.join("; "),
});

const needRow = (line: QueueLine) => ({
  reference: line.reference,
  school: line.school,
  urn: line.urn,
  phase: line.phase,
  zones: line.zones.join("; "),
  stage: line.state,
  urgent: line.isUrgent ? "yes" : "no",
  band: line.band,
  area: line.primaryArea,
  sent: line.submittedAt,
  ageInDays: line.age,
  next: line.next.what,
  due: line.dueAt,
  offer: line.offer?.state ?? null,
  watched: line.isWatched ? "yes" : "no",
  coordinator: line.coordinator,
});

type Person = Awaited<ReturnType<typeof exportPeople>>[number];

/** A line for each role, with the columns of the file that many are invited with: what was exported can be invited again. */
const personRows = (person: Person): Rows => {
  const { email, name, lastSeenAt: lastSeen, deactivatedAt: deactivated } = person;
  const seen = { lastSeen, deactivated };
  const none = { role: null, urn: null, school: null, zone: null, organisation: null };
  if (person.grants.length === 0) return [{ email, name, ...none, ...seen }];
  return person.grants.map(({ role, urn = null, ...place }) => ({
    email,
    name,
    role,
    urn,
    school: place.schoolName,
    zone: place.zoneName,
    organisation: place.organisationName,
    ...seen,
  }));
};

const leftRow = ({ line, urn, reason }: NotTaken) => ({ line, urn, reason });

/** The lists of the screens as files, filtered and sorted as the address says. */
export const lists = (deps: Dependencies): Hono<AppVariables> =>
  listFiles(deps, {
    "/areas/:area/schools": async ({ ctx, area, search }) => {
      const question = { ...questionInAddress(search), ...wholeList };
      const { schools } = await listSchools(ctx, area, question);
      return { name: `${area.slug}-schools`, rows: schools.map(schoolRow) };
    },
    "/areas/:area/needs": async ({ ctx, area, search }) => {
      const question = { ...needQuestionInAddress(search), ...wholeList };
      const { needs } = await listNeeds(ctx, area, question);
      return { name: `${area.slug}-needs`, rows: needs.map(needRow) };
    },
    "/areas/:area/people": async ({ ctx, area, search }) => {
      const filter = peopleFilter(peopleQuestionInAddress(search));
      const people = await exportPeople(ctx, { ...filter, areaId: area.id });
      return { name: `${area.slug}-people`, rows: people.flatMap(personRows) };
    },
    "/areas/:area/imports/:id/not-taken": async ({ ctx, area, part }) => {
      const { id, summary } = await getImport(ctx, area, Number(part("id")));
      return { name: `import-${id}-not-taken`, rows: summary.notTaken.map(leftRow) };
    },
  });
