import type { IsoDate, Urn } from "@alongside/domain/school";
import type { GridPoint } from "@alongside/domain/partnership";
import type { Settlement } from "../geography/settlement.ts";

export const kinds = [
  "nursery",
  "infant",
  "junior",
  "primary",
  "secondary",
  "all-through",
  "sixth-form",
  "special",
  "pru",
  "alternative-provision",
] as const;
export type Kind = (typeof kinds)[number];

export type Faith = "none" | "church-of-england" | "catholic";

/** How a school is run, before it is put in the words of the register. */
export type Governance =
  | "community"
  | "voluntary-aided"
  | "voluntary-controlled"
  | "foundation"
  | "converter"
  | "sponsored"
  | "free";

/** A school as the generator knows it: what the register says, and the two traits that everything else follows from. */
export type SchoolPlan = {
  readonly urn: Urn;
  readonly name: string;
  readonly kind: Kind;
  readonly settlement: Settlement;
  readonly point: GridPoint;
  readonly faith: Faith;
  readonly governance: Governance;
  readonly trustCode: string | null;
  readonly opened: IsoDate | null;
  /** Share of pupils eligible for free school meals, 0–100. */
  readonly fsm: number;
  /** How well the school does for its intake: about −2 to 2. Never shown, only felt. */
  readonly strength: number;
  readonly pupils: number;
  readonly capacity: number;
};

/** What a name and a place settle before traits are drawn. */
export type SchoolSeed = {
  readonly name: string;
  readonly kind: Kind;
  readonly settlement: Settlement;
  readonly faith: Faith;
};

export const isAcademy = (governance: Governance): boolean =>
  governance === "converter" || governance === "sponsored" || governance === "free";
