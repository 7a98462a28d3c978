/**
 * What was spent on a run, so that it can be gone through again to the same bytes. A unit is about a microsecond of a usual
 * processor, but counted (pivots, cells of tables, steps of searches), never timed.
 */
export type WorkSpent = {
  readonly units: number;
  /** The limits in units that the run set itself as it learnt how fast the machine was, in order. */
  readonly limits: readonly number[];
  /** Where time or a cancellation cut the run short. */
  readonly stoppedAt?: number;
};

/** The one record of a run's spending, shared by all its clocks. */
export type Meter = {
  readonly now: () => number;
  readonly began: number;
  readonly deadline: number;
  readonly isCancelled: () => boolean;
  /** Limits to follow instead of setting them by the time. */
  readonly follow: readonly number[] | undefined;
  readonly limits: number[];
  limit: number;
  spent: number;
  stoppedAt: number;
};

/** How far one part of a run may go, in units of work on the run's meter. */
export type Clock = { readonly meter: Meter; readonly until: number };

export const spend = ({ meter }: Clock, units: number): void => {
  meter.spent += Math.ceil(units);
};

/**
 * Where the part is meant to end. Where a run was stopped before is no part of it: the run that follows it must plan as that one did.
 */
const limitOf = ({ meter, until }: Clock): number => Math.min(until, meter.limit);

/** Whether the part must end. Each look counts as a unit, so that every moment of a run has its own number. */
export const isOver = (clock: Clock): boolean => {
  const { meter } = clock;
  meter.spent++;
  if (meter.spent >= Math.min(limitOf(clock), meter.stoppedAt)) return true;
  if (!meter.isCancelled() && meter.now() < meter.deadline) return false;
  meter.stoppedAt = meter.spent;
  return true;
};

/** The same clock with its end where this share of what is left is spent. All of it has no end of its own: the run's limit may rise yet. */
export const shareLeft = (clock: Clock, share: number): Clock => {
  if (share >= 1) return clock;
  const { spent } = clock.meter;
  const left = Math.max(0, limitOf(clock) - spent);
  return Number.isFinite(left) ? { ...clock, until: spent + Math.ceil(left * share) } : clock;
};

export const roomLeft = (clock: Clock): number => limitOf(clock) - clock.meter.spent;

export const isLimited = (clock: Clock): boolean => Number.isFinite(limitOf(clock));

/** Milliseconds and units that stand for a usual machine until this one has shown its speed. */
const usual = { ms: 150, units: 150_000 };

/** Sets the run's limit afresh from how fast it went so far, or from the run that it follows. */
export const planAhead = ({ meter }: Clock): void => {
  if (meter.follow !== undefined) {
    const next = meter.follow[meter.limits.length];
    if (next === undefined) return;
    meter.limit = next;
    meter.limits.push(next);
    return;
  }
  if (!Number.isFinite(meter.deadline)) return;
  const now = meter.now();
  const speed = (meter.spent + usual.units) / (now - meter.began + usual.ms);
  meter.limit = meter.spent + Math.ceil(Math.max(0, meter.deadline - now) * speed);
  meter.limits.push(meter.limit);
};

export const workOf = ({ meter }: Clock): WorkSpent => ({
  units: meter.spent,
  limits: meter.limits,
  ...(Number.isFinite(meter.stoppedAt) ? { stoppedAt: meter.stoppedAt } : {}),
});
