import type { CapacityCommandType } from "./command.ts";
import type { CapacityState } from "./state.ts";

const none = { change: [], confirm: [], reconfirm: [], lapse: [], withdraw: [] } as const;

/** Where each command may lead from each state; an empty cell is refused (Product rules, §2: capacity). */
export const capacityTransitions: Readonly<
  Record<CapacityState, Readonly<Record<CapacityCommandType, readonly CapacityState[]>>>
> = {
  indicative: { ...none, change: ["indicative"], confirm: ["firm"], withdraw: ["withdrawn"] },
  firm: {
    ...none,
    change: ["firm"],
    reconfirm: ["firm"],
    lapse: ["lapsed"],
    withdraw: ["withdrawn"],
  },
  lapsed: { ...none, change: ["lapsed"], reconfirm: ["firm"] },
  withdrawn: none,
};
