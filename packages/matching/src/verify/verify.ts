import type { Problem, Provider, Request } from "../problem.ts";
import { confirmGroup, possiblePlacements } from "./confirm.ts";
import { brokenRule, jobOf, pointsOfPair } from "./pair-rules.ts";
import type { ClaimedAssignment, ClaimedPlan } from "./read-plan.ts";

export type Verdict = {
  readonly holds: boolean;
  /** Everything that is wrong, in words. */
  readonly faults: readonly string[];
  readonly servedByBand: readonly number[];
  readonly fit: number;
  /** Bounds that the plan's multipliers alone confirm; nothing without a certificate. */
  readonly confirmed?: { readonly servedByBand: readonly number[]; readonly fit: number };
  /** True where the claimed bounds go below the confirmed ones: that last part rests on the solver's search. */
  readonly restsOnSearch: boolean;
};

type Audit = {
  readonly problem: Problem;
  readonly plan: ClaimedPlan;
  readonly requests: ReadonlyMap<string, Request>;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly faults: string[];
};

const name = ({ request, provider, role }: ClaimedAssignment): string =>
  `${provider} as ${role} at ${request}`;

const checkAssignment = (audit: Audit, assignment: ClaimedAssignment): void => {
  const request = audit.requests.get(assignment.request);
  const provider = audit.providers.get(assignment.provider);
  if (request === undefined || provider === undefined) {
    audit.faults.push(`${name(assignment)}: no such request or provider`);
    return;
  }
  const pair = { request, provider, role: assignment.role };
  const broken = brokenRule(pair, audit.problem);
  if (broken !== undefined) audit.faults.push(`${name(assignment)}: ${broken}`);
  const points = pointsOfPair(pair, audit.problem);
  if (points !== assignment.fit)
    audit.faults.push(`${name(assignment)}: the fit is ${points}, not ${assignment.fit}`);
};

const checkRoles = (audit: Audit): ReadonlyMap<string, string> => {
  const leads = new Map<string, string>();
  const specialists = new Set<string>();
  for (const { request, provider, role } of audit.plan.assignments) {
    if (role === "specialist") {
      if (specialists.has(request)) audit.faults.push(`${request} has two specialists`);
      specialists.add(request);
    } else {
      if (leads.has(request)) audit.faults.push(`${request} has two leads`);
      leads.set(request, provider);
    }
  }
  for (const id of specialists) {
    const lead = audit.providers.get(leads.get(id) ?? "");
    const secondary = audit.requests.get(id)?.secondary;
    if (lead === undefined) audit.faults.push(`${id} has a specialist without a lead`);
    else if (secondary !== undefined && lead.expertise.has(secondary))
      audit.faults.push(`${id} has a specialist although its lead holds the secondary`);
  }
  return leads;
};

const checkRoom = (audit: Audit): void => {
  for (const provider of audit.problem.providers) {
    let days = 0;
    let early = 0;
    let late = 0;
    const mine = audit.plan.assignments.filter((each) => each.provider === provider.id);
    for (const { request: id, role } of mine) {
      const request = audit.requests.get(id);
      const job = request === undefined ? undefined : jobOf(request, role);
      if (request === undefined || job === undefined) continue;
      days += job.days;
      if (request.window === "early") early += job.days;
      if (request.window === "late") late += job.days;
    }
    const over = (what: string, used: number, cap: number): void => {
      if (used > cap) audit.faults.push(`${provider.id} gives ${used} ${what}, but has ${cap}`);
    };
    over("days", days, provider.days);
    over("early days", early, provider.daysEarly);
    over("late days", late, provider.daysLate);
    over("placements", mine.length, provider.maxSchools);
  }
};

const checkTotals = (audit: Audit, leads: ReadonlyMap<string, string>) => {
  const { plan, faults } = audit;
  const servedByBand = [1, 2, 3, 4].map(
    (band) =>
      audit.problem.requests.filter((each) => each.band === band && leads.has(each.id)).length,
  );
  const fit = plan.assignments.reduce((sum, each) => sum + each.fit, 0);
  if (servedByBand.join() !== plan.servedByBand.join())
    faults.push(
      `it serves ${servedByBand.join(", ")} by band, not ${plan.servedByBand.join(", ")}`,
    );
  if (fit !== plan.fit) faults.push(`its fit is ${fit}, not ${plan.fit}`);
  const unserved = audit.problem.requests.filter(({ id }) => !leads.has(id)).map(({ id }) => id);
  if (unserved.join() !== plan.unserved.toSorted().join())
    faults.push("its list of unserved requests is not right");
  return { servedByBand, fit };
};

const checkBounds = ({ plan, faults }: Audit): void => {
  const { bounds } = plan;
  const values = [...plan.servedByBand, plan.fit];
  const limits = [...bounds.servedByBand, bounds.fit];
  values.forEach((value, at) => {
    if ((limits[at] ?? 0) < value)
      faults.push(`a bound of ${limits[at]} stands below the value ${value}`);
  });
  if (plan.proved && values.join() !== limits.join())
    faults.push("it says proved, but its bounds lie above its values");
};

const checkCertificate = (audit: Audit) => {
  const groups = audit.plan.certificate;
  if (groups === undefined) return undefined;
  const possible = possiblePlacements(audit.problem);
  const claimed = [0, 0, 0, 0, 0];
  const confirmed = [0, 0, 0, 0, 0];
  const inGroups = new Set(groups.flatMap(({ providers }) => providers));
  for (const [provider, placements] of possible)
    if (placements.some(({ role }) => role === "lead") && !inGroups.has(provider))
      audit.faults.push(`the proof leaves out ${provider}`);
  for (const group of groups) {
    const { stages, faults } = confirmGroup(group, audit.problem, possible);
    audit.faults.push(...faults);
    stages.forEach((stage, at) => {
      claimed[at] = (claimed[at] ?? 0) + stage.claimed;
      confirmed[at] = (confirmed[at] ?? 0) + stage.confirmed;
    });
  }
  const stated = [...audit.plan.bounds.servedByBand, audit.plan.bounds.fit];
  if (claimed.join() !== stated.join())
    audit.faults.push("the bounds are not the sum of the bounds in the proof");
  return { claimed, confirmed };
};

/**
 * Checks a plan against its round without any code of the solvers: every rule, every total, and the bounds by adding up the
 * plan's own multipliers again.
 */
export const verify = (problem: Problem, plan: ClaimedPlan): Verdict => {
  const audit: Audit = {
    problem,
    plan,
    requests: new Map(problem.requests.map((each) => [each.id, each])),
    providers: new Map(problem.providers.map((each) => [each.id, each])),
    faults: [],
  };
  for (const assignment of plan.assignments) checkAssignment(audit, assignment);
  const leads = checkRoles(audit);
  checkRoom(audit);
  const totals = checkTotals(audit, leads);
  checkBounds(audit);
  const proof = checkCertificate(audit);
  return {
    holds: audit.faults.length === 0,
    faults: audit.faults,
    ...totals,
    ...(proof === undefined
      ? {}
      : {
          confirmed: {
            servedByBand: proof.confirmed.slice(0, 4),
            fit: proof.confirmed[4] ?? 0,
          },
        }),
    restsOnSearch:
      proof === undefined || proof.confirmed.some((value, at) => value > (proof.claimed[at] ?? 0)),
  };
};
