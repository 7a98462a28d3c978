import { asksOf } from "../constraints/eligibility.ts";
import type { Placement, Problem, Provider, Request, Role } from "../problem.ts";

/** What a provider has left. */
export type RoomLeft = { days: number; early: number; late: number; schools: number };

export type Ledger = ReadonlyMap<string, RoomLeft>;

export const ledgerOf = (problem: Problem, placements: readonly Placement[]): Ledger => {
  const requests = new Map(problem.requests.map((request) => [request.id, request]));
  const ledger = new Map<string, RoomLeft>(
    problem.providers.map((each) => [
      each.id,
      { days: each.days, early: each.daysEarly, late: each.daysLate, schools: each.maxSchools },
    ]),
  );
  for (const { request: id, provider, role } of placements) {
    const request = requests.get(id);
    const left = ledger.get(provider);
    const asked = request === undefined ? undefined : asksOf(request, role);
    if (request === undefined || left === undefined || asked === undefined) continue;
    left.days -= asked.days;
    left.schools -= 1;
    if (request.window === "early") left.early -= asked.days;
    if (request.window === "late") left.late -= asked.days;
  }
  return ledger;
};

export type Shortage = { readonly days: number; readonly schools: number };

/** How many days and school places a provider lacks to take the request on besides what it has. */
export const shortageOf = (
  ledger: Ledger,
  pair: { readonly request: Request; readonly provider: Provider; readonly role: Role },
): Shortage => {
  const left = ledger.get(pair.provider.id);
  const asked = asksOf(pair.request, pair.role);
  if (left === undefined || asked === undefined) return { days: 0, schools: 0 };
  const { window } = pair.request;
  const inWindow = window === "early" ? left.early : window === "late" ? left.late : left.days;
  return {
    days: Math.max(0, asked.days - Math.min(left.days, inWindow)),
    schools: Math.max(0, 1 - left.schools),
  };
};
