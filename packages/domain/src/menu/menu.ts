import { accepted, refused, type Result } from "../result/index.ts";

export const menuStates = ["proposed", "agreed", "turned-down", "withdrawn"] as const;
/** A package of support in a zone's menu: published by a leader, agreed by the zone. */
export type MenuState = (typeof menuStates)[number];

export const menuCommands = ["revise", "agree", "turn-down", "withdraw"] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** Where each command may lead from each state; an empty cell is refused. What changes after it was agreed is agreed anew (Product rules, §3: zone menu). */
export const menuTransitions: Readonly<
  Record<MenuState, Readonly<Record<MenuCommand, readonly MenuState[]>>>
> = {
  proposed: {
    revise: ["proposed"],
    agree: ["agreed"],
    "turn-down": ["turned-down"],
    withdraw: ["withdrawn"],
  },
  agreed: { revise: ["proposed"], agree: [], "turn-down": [], withdraw: ["withdrawn"] },
  "turned-down": { revise: ["proposed"], agree: [], "turn-down": [], withdraw: ["withdrawn"] },
  withdrawn: { revise: [], agree: [], "turn-down": [], withdraw: [] },
};

export type MenuRefusal = {
  readonly kind: "wrong-state";
  readonly machine: "menu";
  readonly state: MenuState;
  readonly command: MenuCommand;
};

/** The state of a package after a command, or why it cannot be. */
export const moveMenu = (
  state: MenuState,
  command: MenuCommand,
): Result<MenuState, MenuRefusal> => {
  const [next] = menuTransitions[state][command];
  return next === undefined
    ? refused({ kind: "wrong-state", machine: "menu", state, command })
    : accepted(next);
};

const fewest = 6;

/** How many schools asked, for those who are not to count a few: none, fewer than six, or the number (Product rules, §3: small numbers). */
export const toInterest = (
  schools: number,
  isExact: boolean,
): { readonly schools: number; readonly isExact: boolean } =>
  isExact || schools === 0 || schools >= fewest
    ? { schools, isExact: true }
    : { schools: fewest, isExact: false };
