import { counted } from "../counted.ts";

type ClockProps = {
  /** Whole days until it is due; negative when it is late. */
  days: number;
  /** The day in words: '3 September'. */
  on: string;
  /** What is due: 'Answer'. Left out: 'Due'. */
  what?: string | undefined;
};

export type Urgency = "later" | "soon" | "late";

/** Late from the day after; soon on the last two days. */
export function urgencyOf(days: number): Urgency {
  if (days < 0) return "late";
  return days <= 2 ? "soon" : "later";
}

/** 'in 3 days', 'tomorrow', 'today', '1 day late'. */
export function inWords(days: number): string {
  if (days < 0) return `${counted(-days, "day")} late`;
  if (days === 0) return "today";
  return days === 1 ? "tomorrow" : `in ${counted(days, "day")}`;
}

/** When something is due, given the facts: this knows no clock. */
export function Clock(props: ClockProps) {
  const lead = () => (props.what === undefined ? "Due" : `${props.what} due`);
  const words = () =>
    props.days < 0
      ? `${lead()} ${props.on}: ${inWords(props.days)}`
      : `${lead()} ${inWords(props.days)}, ${props.on}`;
  return (
    <span class={`a-clock a-clock--${urgencyOf(props.days)}`}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="8" />
        <path d="M10 5.5V10l3 2" />
      </svg>
      {words()}
    </span>
  );
}
