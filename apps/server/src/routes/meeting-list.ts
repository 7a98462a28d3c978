import { figureIds, figureWords } from "@alongside/domain/board";
import type { Ground } from "@alongside/domain/meeting";
import { refuse } from "@alongside/usecases/context";
import { listBoardActions, listBoardDecisions } from "@alongside/usecases/meeting";
import type { Hono } from "hono";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import { listFiles } from "./list-file.ts";

/** What a decision rests on, in words. */
export const groundWords = (ground: Ground): string => {
  if (ground.kind === "paper") return ground.title;
  if (ground.kind === "none") return "";
  const id = figureIds.find((each) => each === ground.figure);
  return id === undefined ? ground.figure : figureWords[id].title;
};

/** Decisions and actions of the boards that their reader may read, as files. */
export const meetingLists = (deps: Dependencies): Hono<AppVariables> =>
  listFiles(deps, {
    "/areas/:area/boards/decisions": async ({ ctx, area }) => ({
      name: `${area.slug}-board-decisions`,
      rows: (await listBoardDecisions(ctx, area)).map((decision) => ({
        board: decision.body,
        number: decision.number,
        on: decision.on,
        decision: decision.text,
        reason: decision.reason,
        restsOn: groundWords(decision.ground),
      })),
    }),
    "/areas/:area/boards/actions": async ({ ctx, area }) => {
      const { actions, readsBodies } = await listBoardActions(ctx, area);
      if (!readsBodies && actions.length === 0) refuse({ kind: "not-found" });
      return {
        name: `${area.slug}-board-actions`,
        rows: actions.map((action) => ({
          board: action.body,
          action: action.text,
          owner: action.owner,
          setOn: action.setOn,
          dueOn: action.dueOn,
          state: action.isOverdue ? "overdue" : action.state,
          closedOn: action.closedOn,
          note: action.note,
        })),
      };
    },
  });
