import { setTimeout as pause } from "node:timers/promises";

export type Turns<Value> = {
  readonly value: Value;
  /** The longest turn of the loop, in milliseconds of the own thread's processor time. */
  readonly longest: number;
  /** All turns together. */
  readonly all: number;
};

const since = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
};

/** Does something, and says for how long it kept others waiting at most: time of the processor, however busy the machine is. */
export const longestTurn = async <Value>(work: () => Promise<Value>): Promise<Turns<Value>> => {
  await pause(20);
  const begun = process.threadCpuUsage();
  const turn = { last: begun, longest: 0 };
  const look = (): void => {
    turn.longest = Math.max(turn.longest, since(turn.last));
    turn.last = process.threadCpuUsage();
  };
  const looking = setInterval(look, 1);
  try {
    const value = await work();
    await pause(2);
    look();
    return { value, longest: turn.longest, all: since(begun) };
  } finally {
    clearInterval(looking);
  }
};
