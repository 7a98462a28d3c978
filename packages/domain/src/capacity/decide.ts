import { addDays, londonDateOf } from "../calendar/index.ts";
import type { IsoDate } from "../school/index.ts";
import { accepted, refused, type Result } from "../result/index.ts";
import type { CapacityCommand, CapacityEvent, CapacityRefusal } from "./command.ts";
import type { CapacityLine, Supply } from "./state.ts";

type Decision = Result<CapacityEvent, CapacityRefusal>;
type Command<Type extends CapacityCommand["type"]> = Extract<
  CapacityCommand,
  { readonly type: Type }
>;

const wrongState = (line: CapacityLine, command: CapacityCommand): Decision =>
  refused({
    kind: "wrong-state",
    machine: "capacity",
    state: line.state,
    command: command.type,
  });

/** Days are whole half-days, neither half of the term holds more than all of it (Product rules, §2: day ledger). */
const faultOfDays = (supply: Supply): CapacityRefusal | undefined => {
  const { halfDays, earlyHalfDays, lateHalfDays } = supply;
  const notWhole = [halfDays, earlyHalfDays, lateHalfDays].find(
    (given) => !Number.isInteger(given) || given < 0,
  );
  const given = notWhole ?? (halfDays === 0 ? 0 : undefined);
  if (given !== undefined) return { kind: "not-half-days", given };
  const most = Math.max(earlyHalfDays, lateHalfDays);
  return most > halfDays ? { kind: "half-beyond-term", halfDays, given: most } : undefined;
};

/** A leader gives no more than the home school has released, while the release lasts (Product rules, §3: eligibility). */
const faultOfRelease = (
  { release, halfDays }: Supply,
  on: IsoDate,
): CapacityRefusal | undefined => {
  if (release === null) return undefined;
  const released = on <= release.until ? release.halfDays : 0;
  return halfDays > released
    ? { kind: "beyond-release", released, until: release.until, wanted: halfDays }
    : undefined;
};

/** A line that lapsed can change, so that a home school can renew its release before the leader reconfirms. */
const change = (line: CapacityLine, command: Command<"change">): Decision => {
  if (line.state === "withdrawn") return wrongState(line, command);
  const { at, supply, tied } = command;
  const fault = faultOfDays(supply) ?? faultOfRelease(supply, londonDateOf(at));
  if (fault) return refused(fault);
  return supply.halfDays < tied
    ? refused({ kind: "days-tied", tied, wanted: supply.halfDays })
    : accepted({ type: "changed", at, supply });
};

/** A promise of days is good from today until a day no later than the end of its term (Product rules, §2: capacity). */
const confirm = (line: CapacityLine, command: Command<"confirm" | "reconfirm">): Decision => {
  const fits =
    command.type === "confirm"
      ? line.state === "indicative"
      : line.state === "firm" || line.state === "lapsed";
  if (!fits) return wrongState(line, command);
  const { at, goodUntil } = command;
  const confirmedOn = londonDateOf(at);
  const { endsOn } = line.term;
  if (goodUntil < confirmedOn)
    return refused({ kind: "good-until-passed", goodUntil, today: confirmedOn });
  if (goodUntil > endsOn) return refused({ kind: "beyond-term", goodUntil, endsOn });
  const fault = faultOfDays(line.supply) ?? faultOfRelease(line.supply, confirmedOn);
  if (fault) return refused(fault);
  const type = command.type === "confirm" ? "confirmed" : "reconfirmed";
  return accepted({ type, at, confirmedOn, goodUntil });
};

/** Capacity lapses on the day after `goodUntil`, not before (Product rules, §2: capacity). */
const lapse = (line: CapacityLine, command: Command<"lapse">): Decision => {
  if (line.state !== "firm") return wrongState(line, command);
  const today = londonDateOf(command.at);
  return today <= line.goodUntil
    ? refused({ kind: "still-good", goodUntil: line.goodUntil, today })
    : accepted({ type: "lapsed", at: command.at });
};

/** A line with days out cannot be withdrawn: what was promised to a school is settled first (Product rules, §2: day ledger). */
const withdraw = (line: CapacityLine, command: Command<"withdraw">): Decision => {
  if (line.state !== "indicative" && line.state !== "firm") return wrongState(line, command);
  const { at, reason, tied } = command;
  if (reason.trim() === "") return refused({ kind: "words-needed", field: "reason" });
  return tied > 0
    ? refused({ kind: "days-tied", tied, wanted: 0 })
    : accepted({ type: "withdrawn", at, reason });
};

/** What a command does to a capacity line, or why it cannot (Product rules, §2: capacity). */
export const decideCapacity = (line: CapacityLine, command: CapacityCommand): Decision => {
  switch (command.type) {
    case "change":
      return change(line, command);
    case "confirm":
    case "reconfirm":
      return confirm(line, command);
    case "lapse":
      return lapse(line, command);
    case "withdraw":
      return withdraw(line, command);
  }
};

const usualGoodDays = 42;

/** What one click confirms: six weeks, or to the end of the term when that is sooner (Product rules, §2: capacity). */
export const usualGoodUntil = ({ term }: Pick<CapacityLine, "term">, on: IsoDate): IsoDate => {
  const sixWeeksOn = addDays(on, usualGoodDays);
  return sixWeeksOn < term.endsOn ? sixWeeksOn : term.endsOn;
};
