import type { IdentityRefusal } from "../refusal/index.ts";
import { accepted, refused, type Result } from "../result/index.ts";

const minute = 60_000;
const hour = 60 * minute;

/** Attempts that failed, or have not yet succeeded. Times are milliseconds since 1970. */
export type Attempts = {
  readonly failures: number;
  readonly lastFailedAt: number;
  readonly blockedUntil: number;
};

/** After `free` failures each further one doubles the wait, up to the longest. Times are milliseconds. */
export type Throttle = {
  readonly free: number;
  readonly firstWait: number;
  readonly longestWait: number;
  readonly forgottenAfter: number;
};

/** One account: at most some 100 guesses a day, and never longer than a quarter of an hour shut to its owner. */
export const accountThrottle: Throttle = {
  free: 5,
  firstWait: 15_000,
  longestWait: 15 * minute,
  forgottenAfter: 24 * hour,
};

/** One address, behind which a whole school may sit. */
export const addressThrottle: Throttle = {
  free: 30,
  firstWait: 15_000,
  longestWait: 15 * minute,
  forgottenAfter: hour,
};

/** Six digits, of which three are right at any time: five tries, then ever longer waits. */
export const secondFactorThrottle: Throttle = {
  free: 5,
  firstWait: 30_000,
  longestWait: hour,
  forgottenAfter: 24 * hour,
};

/** Mail that anyone can have sent to an address that is not theirs: never more than one an hour for long. */
export const mailThrottle: Throttle = {
  free: 3,
  firstWait: 10 * minute,
  longestWait: hour,
  forgottenAfter: 24 * hour,
};

const waitAfter = (failures: number, throttle: Throttle): number =>
  failures < throttle.free
    ? 0
    : Math.min(throttle.firstWait * 2 ** (failures - throttle.free), throttle.longestWait);

/**
 * Counts an attempt before it is judged, so that many at once cannot all slip through; success takes it back.
 * Refuses while the wait lasts, without counting.
 */
export const countAttempt = (
  before: Attempts | undefined,
  now: number,
  throttle: Throttle,
): Result<Attempts, Extract<IdentityRefusal, { kind: "too-many-attempts" }>> => {
  if (before !== undefined && before.blockedUntil > now) {
    const retryAfterSeconds = Math.ceil((before.blockedUntil - now) / 1000);
    return refused({ kind: "too-many-attempts", retryAfterSeconds });
  }
  const isForgotten = before === undefined || now - before.lastFailedAt >= throttle.forgottenAfter;
  const failures = (isForgotten ? 0 : before.failures) + 1;
  return accepted({
    failures,
    lastFailedAt: now,
    blockedUntil: now + waitAfter(failures, throttle),
  });
};

/** Takes one attempt back that succeeded after all, and the wait that it began. */
export const takeAttemptBack = (attempts: Attempts): Attempts => ({
  ...attempts,
  failures: Math.max(0, attempts.failures - 1),
  blockedUntil: 0,
});

/**
 * What of an address is counted as one: an IPv4 address; of IPv6 the first 64 bits, since one household or school owns them all.
 */
export const addressBlock = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.toLowerCase().split("%")[0]?.split("::") ?? [];
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => "0"), ...after];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
};
