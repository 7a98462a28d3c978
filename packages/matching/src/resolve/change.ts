import { type Placement, type Problem, type Provider, type Request, byId } from "../problem.ts";

/** What happened since the plan was made. */
export type RoundChange =
  | { readonly kind: "declined"; readonly request: string; readonly provider: string }
  | {
      readonly kind: "capacity";
      readonly provider: string;
      readonly days: number;
      readonly daysEarly: number;
      readonly daysLate: number;
      readonly maxSchools: number;
    }
  | { readonly kind: "provider-left"; readonly provider: string }
  | { readonly kind: "provider-joined"; readonly provider: Provider }
  | { readonly kind: "request-closed"; readonly request: string }
  | { readonly kind: "request-added"; readonly request: Request };

const mapProvider = (
  problem: Problem,
  id: string,
  change: (provider: Provider) => Provider,
): Problem => ({
  ...problem,
  providers: problem.providers.map((each) => (each.id === id ? change(each) : each)),
});

/** The round after the change. Unknown ids leave it as it was. */
export const applyChange = (problem: Problem, change: RoundChange): Problem => {
  switch (change.kind) {
    case "declined":
      return mapProvider(problem, change.provider, (provider) => ({
        ...provider,
        declines: [...provider.declines, change.request],
      }));
    case "capacity": {
      const { days, daysEarly, daysLate, maxSchools } = change;
      return mapProvider(problem, change.provider, (provider) => ({
        ...provider,
        days,
        daysEarly,
        daysLate,
        maxSchools,
      }));
    }
    case "provider-left":
      return mapProvider(problem, change.provider, (provider) => ({
        ...provider,
        fitToSupport: false,
      }));
    case "provider-joined":
      return { ...problem, providers: [...problem.providers, change.provider].sort(byId) };
    case "request-closed":
      return {
        ...problem,
        requests: problem.requests.filter(({ id }) => id !== change.request),
        pins: problem.pins.filter(({ request }) => request !== change.request),
        forbid: problem.forbid.filter(({ request }) => request !== change.request),
      };
    case "request-added":
      return { ...problem, requests: [...problem.requests, change.request].sort(byId) };
  }
};

export type Move = {
  readonly request: string;
  readonly role: Placement["role"];
  /** Who had it and who has it now; missing where nobody. */
  readonly from?: string;
  readonly to?: string;
  readonly why:
    | "declined"
    | "no-longer-possible"
    | "closed"
    | "newly-served"
    | "makes-room"
    | "fits-better";
};

const keyOf = ({ request, role }: Placement): string => `${request}\n${role}`;

const whyOf = (
  change: RoundChange,
  move: Omit<Move, "why">,
  isPossible: (placement: Placement) => boolean,
): Move["why"] => {
  const { from, request, role } = move;
  if (from === undefined) return "newly-served";
  if (change.kind === "request-closed" && change.request === request) return "closed";
  if (change.kind === "declined" && change.request === request && change.provider === from)
    return "declined";
  if (!isPossible({ request, provider: from, role })) return "no-longer-possible";
  return move.to === undefined || change.kind !== "provider-joined" ? "makes-room" : "fits-better";
};

/** Every placement that differs between two plans, with the reason. */
export const movesBetween = (
  plans: { readonly before: readonly Placement[]; readonly after: readonly Placement[] },
  change: RoundChange,
  isPossible: (placement: Placement) => boolean,
): readonly Move[] => {
  const before = new Map(plans.before.map((each) => [keyOf(each), each]));
  const after = new Map(plans.after.map((each) => [keyOf(each), each]));
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key) => {
    const old = before.get(key);
    const now = after.get(key);
    const placement = now ?? old;
    if (placement === undefined || old?.provider === now?.provider) return [];
    const move = {
      request: placement.request,
      role: placement.role,
      ...(old === undefined ? {} : { from: old.provider }),
      ...(now === undefined ? {} : { to: now.provider }),
    };
    return [{ ...move, why: whyOf(change, move, isPossible) }];
  });
};
