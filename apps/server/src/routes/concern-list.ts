import { concernTransitions, type ConcernState } from "@alongside/domain/concern";
import { keepConcernList } from "@alongside/usecases/concern";
import type { Hono } from "hono";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import { listFiles } from "./list-file.ts";

const isState = (given: string): given is ConcernState => given in concernTransitions;

/** The concerns that their reader handles, as files: how far each has gone, and no word of what it says. */
export const concernLists = (deps: Dependencies): Hono<AppVariables> =>
  listFiles(deps, {
    "/areas/:area/concerns": async ({ ctx, area, search }) => {
      const states = search.getAll("state").filter(isState);
      const { concerns } = await keepConcernList(ctx, area, { states });
      return {
        name: `${area.slug}-concerns`,
        rows: concerns.map(({ school, state, raisedAt, changedAt, letter }) => ({
          school: school.name,
          urn: school.urn,
          state,
          raisedAt,
          changedAt,
          lastLetterStage: letter?.stage ?? null,
          lastLetterSentAt: letter?.sentAt ?? null,
          lastLetterState: letter?.state ?? null,
          replyBy: letter?.replyBy ?? null,
          repliedAt: letter?.repliedAt ?? null,
        })),
      };
    },
  });
