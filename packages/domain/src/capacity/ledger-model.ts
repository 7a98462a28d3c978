import type { Instant, Window } from "../calendar/index.ts";
import type { DeploymentId } from "../deployment/deployment-id.ts";
import type { OfferId } from "../offer/offer-id.ts";
import type { VisitId } from "../visit/visit-id.ts";
import type { Account, Movement } from "./index.ts";

/*
 * The model keeps no sums: each half-day is a token that lies in one place and knows whose it is. A movement is
 * possible when enough tokens lie where it wants to take them from.
 */
type Token = {
  readonly place: Exclude<Account, "leader">;
  readonly window: Window;
  readonly offer?: OfferId;
  readonly deployment?: DeploymentId;
  readonly visit?: VisitId;
};
export type Model = {
  readonly tokens: readonly Token[];
  readonly most: { readonly early: number; readonly late: number };
  readonly ends: ReadonlyMap<OfferId, Instant>;
  readonly windowOf: ReadonlyMap<DeploymentId, Window>;
};

const free: Token = { place: "published", window: "any" };

export const count = (model: Model, fits: (token: Token) => boolean): number =>
  model.tokens.filter(fits).length;

const relocate = (
  model: Model,
  [fits, number]: readonly [(token: Token) => boolean, number],
  to: (token: Token) => Token,
): Model => {
  let left = number;
  const tokens = model.tokens.map((token) => {
    if (left === 0 || !fits(token)) return token;
    left -= 1;
    return to(token);
  });
  return { ...model, tokens };
};

const isOverfull = (model: Model): boolean =>
  (["early", "late"] as const).some(
    (half) => count(model, ({ window }) => window === half) > model.most[half],
  );

/** The model after a movement, or nothing when it must be refused. */
export const imagine = (before: Model, movement: Movement): Model | undefined => {
  const model = expire(before, movement.at);
  const next = attempt(model, movement);
  return next === undefined || isOverfull(next) ? undefined : next;
};

export const expire = (model: Model, now: Instant): Model => ({
  ...model,
  tokens: model.tokens.map((token) =>
    token.place === "held" &&
    token.offer !== undefined &&
    (model.ends.get(token.offer) ?? now) < now
      ? free
      : token,
  ),
});

const take = (
  model: Model,
  fits: (token: Token) => boolean,
  [number, to]: readonly [number, (token: Token) => Token],
): Model | undefined =>
  number > 0 && count(model, fits) >= number ? relocate(model, [fits, number], to) : undefined;

const attempt = (model: Model, movement: Movement): Model | undefined => {
  const isFree = ({ place }: Token): boolean => place === "published";
  switch (movement.type) {
    case "publish":
      return {
        ...model,
        tokens: [...model.tokens, ...Array.from({ length: movement.halfDays }, () => free)],
        most: { early: model.most.early + movement.early, late: model.most.late + movement.late },
      };
    case "withdraw": {
      if (count(model, isFree) < movement.halfDays) return undefined;
      let left = movement.halfDays;
      const tokens = model.tokens.filter((token) => !isFree(token) || left-- <= 0);
      const most = {
        early: model.most.early - movement.early,
        late: model.most.late - movement.late,
      };
      return { ...model, tokens, most };
    }
    case "hold": {
      const { offer, window, until, at, halfDays } = movement;
      if (count(model, (token) => token.offer === offer && token.place === "held") > 0)
        return undefined;
      if (until <= at) return undefined;
      const held = take(model, isFree, [halfDays, () => ({ place: "held", window, offer })]);
      return held && { ...held, ends: new Map([...model.ends, [offer, until]]) };
    }
    case "renew-hold": {
      const isHeld =
        count(model, ({ place, offer }) => place === "held" && offer === movement.offer) > 0;
      if (!isHeld || movement.until <= movement.at) return undefined;
      return { ...model, ends: new Map([...model.ends, [movement.offer, movement.until]]) };
    }
    default:
      return attemptLater(model, movement);
  }
};

const attemptLater = (
  model: Model,
  movement: Exclude<Movement, { type: "publish" | "withdraw" | "hold" | "renew-hold" }>,
): Model | undefined => {
  switch (movement.type) {
    case "release-hold":
    case "commit": {
      const isHeld = ({ place, offer }: Token): boolean =>
        place === "held" && offer === movement.offer;
      const held = model.tokens.find(isHeld);
      if (held === undefined) return undefined;
      if (movement.type === "release-hold") return relocate(model, [isHeld, Infinity], () => free);
      const { deployment, halfDays } = movement;
      if (model.windowOf.has(deployment)) return undefined;
      const committed = take(model, isHeld, [
        halfDays,
        ({ window }) => ({ place: "committed", window, deployment }),
      ]);
      return (
        committed && {
          ...relocate(committed, [isHeld, Infinity], () => free),
          windowOf: new Map([...model.windowOf, [deployment, held.window]]),
        }
      );
    }
    case "unbook":
    case "deliver": {
      const { visit } = movement;
      const isBooked = (token: Token): boolean => token.place === "booked" && token.visit === visit;
      if (count(model, isBooked) === 0) return undefined;
      const back = ({ window, deployment }: Token): Token => ({
        place: "committed",
        window,
        ...(deployment && { deployment }),
      });
      const done =
        movement.type === "unbook"
          ? model
          : take(model, isBooked, [
              movement.halfDays,
              ({ window, deployment }) => ({
                place: "delivered",
                window,
                ...(deployment && { deployment }),
              }),
            ]);
      return done && relocate(done, [isBooked, Infinity], back);
    }
    case "book":
    case "amend":
    case "release": {
      const { deployment } = movement;
      const window = model.windowOf.get(deployment);
      if (window === undefined) return undefined;
      const isCommitted = (token: Token): boolean =>
        token.place === "committed" && token.deployment === deployment;
      if (movement.type === "release")
        return take(model, isCommitted, [
          movement.halfDays,
          (token) => ({ ...token, place: "released" }),
        ]);
      if (movement.type === "book") {
        const { visit, halfDays } = movement;
        if (count(model, (token) => token.place === "booked" && token.visit === visit) > 0)
          return undefined;
        return take(model, isCommitted, [
          halfDays,
          (token) => ({ ...token, place: "booked", visit }),
        ]);
      }
      return movement.change > 0
        ? take(model, ({ place }) => place === "published", [
            movement.change,
            () => ({ place: "committed", window, deployment }),
          ])
        : take(model, isCommitted, [-movement.change, () => free]);
    }
  }
};

export const emptyModel: Model = {
  tokens: [],
  most: { early: 0, late: 0 },
  ends: new Map(),
  windowOf: new Map(),
};
