/** Time and cancellation, handed in; milliseconds. */
export type Clock = {
  readonly now: () => number;
  readonly deadline: number;
  readonly isCancelled: () => boolean;
};

export const isOver = (clock: Clock): boolean =>
  clock.isCancelled() || clock.now() >= clock.deadline;

/** The same clock with an earlier end. */
export const within = (clock: Clock, ms: number): Clock => ({
  ...clock,
  deadline: Math.min(clock.deadline, clock.now() + ms),
});

export const shareLeft = (clock: Clock, share: number): Clock => {
  const left = clock.deadline - clock.now();
  return Number.isFinite(left) ? within(clock, Math.max(0, left * share)) : clock;
};
