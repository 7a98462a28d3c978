import type { Read } from "@alongside/db";
import type { CapacityLineId } from "@alongside/domain/capacity";
import { termsOf, type Deployment } from "@alongside/domain/deployment";
import type { Allowance } from "@alongside/domain/visit";
import { readBalances } from "../capacity/index.ts";
import { found, refuse } from "../context/index.ts";

type Of = { readonly deployment: Deployment; readonly lineId: CapacityLineId };

/** Visits belong to work that is under way. Refuses `work-not-running` otherwise. */
export const requireRunning = ({ state }: Pick<Deployment, "state">): void => {
  if (state !== "active") refuse({ kind: "work-not-running", state });
};

/** What the agreement in force still allows: its dates, and the days set aside that no visit has booked. */
export const allowanceOf = async (
  read: Read,
  { deployment, lineId }: Of,
  ownHalfDays = 0,
): Promise<Allowance> => {
  const { from, to } = found(termsOf(deployment));
  const { commitments } = await readBalances(read, lineId);
  const left = commitments.get(deployment.id)?.committed ?? 0;
  return { leftHalfDays: left + ownHalfDays, from, to };
};
