import type { Area } from "@alongside/db/views/area";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { mayPrepareNeed, mayTriageNeed } from "@alongside/domain/identity";
import type { Band, NeedCommand } from "@alongside/domain/need";
import type { IsoDate } from "@alongside/domain/school";
import type { Context } from "../context/index.ts";
import { changeNeed, type Changed, type NeedSeen } from "./change.ts";

type Given<Fields> = NeedSeen & Fields;
type WithoutTime<Command> = Command extends { readonly at: unknown } ? Omit<Command, "at"> : never;

const byCoordinator =
  <Input extends NeedSeen>(toCommand: (input: Input) => WithoutTime<NeedCommand>) =>
  (ctx: Context, area: Area, input: Input): Promise<Changed> =>
    changeNeed(ctx, area, {
      seen: input,
      act: {
        may: mayTriageNeed,
        side: "coordinator",
        commandFor: () => ({ ...toCommand(input), at: toInstant(ctx.now()) }),
      },
    });

/** Puts a need into a band, with the reason, and opens it for matching. */
export const triageNeed = byCoordinator<Given<{ band: Band; reason: string }>>(
  ({ band, reason }) => ({ type: "open", band, reason }),
);

/** Moves a need to another band, with the reason. */
export const bandNeed = byCoordinator<Given<{ band: Band; reason: string }>>(
  ({ band, reason }) => ({ type: "band", band, reason }),
);

/** Asks the school for more. */
export const askForMore = byCoordinator<Given<{ text: string }>>(({ text }) => ({
  type: "question",
  text,
}));

/** Sets a need aside until a day, with the reason. Refuses a day that is not ahead (`hold-not-ahead`). */
export const holdNeed = byCoordinator<Given<{ reason: string; until: IsoDate }>>(
  ({ reason, until }) => ({ type: "hold", reason, until }),
);

/** Takes a need up again where it was. */
export const resumeNeed = byCoordinator(() => ({ type: "resume" }));

/** Answers what the coordinator asked; for the school, by its own people or on its behalf. */
export const answerQuestion = (
  ctx: Context,
  area: Area,
  input: Given<{ readonly text: string }>,
): Promise<Changed> =>
  changeNeed(ctx, area, {
    seen: input,
    act: {
      may: mayPrepareNeed,
      side: "school",
      commandFor: () => ({ type: "answer", at: toInstant(ctx.now()), text: input.text }),
    },
  });
