import type { NeedId } from "@alongside/domain/need";
import type { PersonId } from "@alongside/domain/identity";
import type { SchoolPlan } from "../school/index.ts";
import type { Theme } from "../words/theme.ts";
import type { DemonstrationLeader } from "../leader/index.ts";
import type { Scene } from "./script.ts";
import type { DemonstrationTerm } from "./term.ts";

/** A scene with its parts given out: which school, what about, who leads, who had been asked before. */
export type Casting = {
  readonly needId: NeedId;
  readonly key: string;
  readonly position: number;
  readonly scene: Scene;
  readonly plan: SchoolPlan;
  readonly theme: Theme;
  readonly band: 1 | 2 | 3 | 4;
  readonly halfDays: number;
  /** The term whose days are used. */
  readonly term: DemonstrationTerm;
  /** The leader of the last offer; none where no offer was made. */
  readonly leader: DemonstrationLeader | null;
  /** The leaders of the offers that came to nothing, in order. */
  readonly setbackLeaders: readonly DemonstrationLeader[];
  /** Who acts for the school, and whether on its behalf. */
  readonly schoolActor: Actor;
  readonly coordinatorId: PersonId;
};

export type Actor = { readonly personId: PersonId; readonly onBehalf: boolean };
