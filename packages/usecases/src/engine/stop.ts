/** One number that two threads share: 1 once somebody has said stop. */
export type StopFlag = Int32Array<SharedArrayBuffer>;

export const newStopFlag = (): StopFlag => new Int32Array(new SharedArrayBuffer(4));

export const stop = (flag: StopFlag): void => {
  Atomics.store(flag, 0, 1);
};

export const isStopped = (flag: StopFlag): boolean => Atomics.load(flag, 0) === 1;
