import { roundQuestionInAddress } from "@alongside/api";
import { toTermWords } from "@alongside/domain/calendar";
import { toRoundId } from "@alongside/domain/round";
import { refuse } from "@alongside/usecases/context";
import { listRounds, showPlan, type RoundLine, type ShownPlan } from "@alongside/usecases/round";
import type { Hono } from "hono";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import { listFiles, type AskedList } from "./list-file.ts";

const toDays = (halfDays: number): number => halfDays / 2;
const toKm = (km: number | null): number | null => (km === null ? null : Math.round(km * 10) / 10);

const roundRow = (line: RoundLine) => ({
  round: line.name,
  zones: line.zones.join("; "),
  term: toTermWords(line.term),
  stage: line.state,
  needs: line.needs,
  leaders: line.leaders,
  runs: line.runs,
  served: line.served,
  begunBy: line.createdBy,
  changed: line.changedAt,
});

type Placement = ShownPlan["placements"][number];

const needCells = (need: Placement["need"]) => ({
  reference: need.reference,
  school: need.school,
  urn: need.urn,
  phase: need.phase,
  zone: need.zone,
  band: need.band,
  expertise: need.expertise,
  days: toDays(need.halfDays),
  half: need.window,
});

const placementRow = (placement: Placement) => ({
  ...needCells(placement.need),
  leader: placement.leader.name,
  homeSchool: placement.leader.home,
  kilometres: toKm(placement.km),
  fit: placement.fit,
  pinned: placement.isPinned ? "yes" : "no",
  ruleSetAside: placement.setAside?.words.join("; ") ?? null,
  whySetAside: placement.setAside?.reason ?? null,
});

const unservedRow = ({ need, causes, changes }: ShownPlan["unserved"][number]) => ({
  ...needCells(need),
  inTheWay: causes.join("; "),
  wouldServeIt: changes.join("; "),
});

/** The run that an address names, or the latest: `?run=2`. */
const planAsked = ({ ctx, area, part, search }: AskedList): Promise<ShownPlan> => {
  const run = Number(search.get("run") ?? Number.NaN);
  return showPlan(ctx, area, {
    id: toRoundId(part("round")),
    run: Number.isInteger(run) ? run : undefined,
  });
};

/** Rounds as files, and of each its plan and who goes without in it. */
export const roundLists = (deps: Dependencies): Hono<AppVariables> =>
  listFiles(deps, {
    "/areas/:area/rounds": async ({ ctx, area, search }) => {
      const { mayBegin, rounds } = await listRounds(ctx, area, roundQuestionInAddress(search));
      if (!mayBegin) refuse({ kind: "not-found" });
      return { name: `${area.slug}-rounds`, rows: rounds.map(roundRow) };
    },
    "/areas/:area/rounds/:round/plan": async (asked) => {
      const { sum, placements } = await planAsked(asked);
      return { name: `plan-of-run-${sum.number}`, rows: placements.map(placementRow) };
    },
    "/areas/:area/rounds/:round/unserved": async (asked) => {
      const { sum, unserved } = await planAsked(asked);
      return { name: `without-in-run-${sum.number}`, rows: unserved.map(unservedRow) };
    },
  });
