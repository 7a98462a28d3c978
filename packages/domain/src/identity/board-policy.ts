import { holds, type Actor } from "./actor.ts";
import type { AreaId } from "./identity.ts";

/** The figures are read by the board and by the partnership's staff (Product rules, §1: improvement board). */
export const maySeeBoard = (actor: Actor, areaId: AreaId): boolean =>
  maySeeExactFigures(actor, areaId) || holds(actor, areaId, ["board-member", "board-clerk"]);

/** The partnership's staff, whom small numbers tell nothing that they do not know (Product rules, §3: small numbers). */
export const maySeeExactFigures = (actor: Actor, areaId: AreaId): boolean =>
  holds(actor, areaId, ["zone-coordinator", "officer", "partnership-administrator"]);

/** Meetings, packs, decisions and actions are kept by the clerk, or by an administrator in the clerk's place. */
export const mayKeepMeetings = (actor: Actor, areaId: AreaId): boolean =>
  holds(actor, areaId, ["board-clerk", "partnership-administrator"]);
