/** Milliseconds that this process has spent on a processor. */
export const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

type Timed<Value> = { readonly value: Value; readonly wall: number; readonly cpu: number };

/** Milliseconds by the wall and of the processor; on a busy machine only the second says much. */
export const timed = <Value>(work: () => Value): Timed<Value> => {
  const began = performance.now();
  const before = processorMs();
  const value = work();
  return { value, wall: performance.now() - began, cpu: processorMs() - before };
};

/** The most memory that this process has held so far, in MiB. */
export const peakMiB = (): number => process.resourceUsage().maxRSS / 1024;
