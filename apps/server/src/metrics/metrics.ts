import { monitorEventLoopDelay, type IntervalHistogram } from "node:perf_hooks";
import type { Operations } from "@alongside/usecases/operations";
import { createCounter, createHistogram, gaugeLines } from "./registry.ts";

export type Answered = {
  readonly method: string;
  /** The route's pattern or the procedure: never an address, which may hold an id. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
};

export type Metrics = {
  readonly note: (answered: Answered) => void;
  /** Everything as text; what the database counts comes in. */
  readonly text: (operations: Operations, now: number) => string;
};

const one = (value: number) => [{ labels: {}, value }];

const processLines = (loop: IntervalHistogram): readonly string[] => [
  ...gaugeLines(
    "process_resident_memory_bytes",
    "Memory of the process.",
    one(process.memoryUsage.rss()),
  ),
  ...gaugeLines(
    "process_uptime_seconds",
    "Seconds since the process began.",
    one(process.uptime()),
  ),
  ...gaugeLines(
    "nodejs_eventloop_lag_p99_seconds",
    "How late the event loop is, for the worst hundredth.",
    one(loop.percentile(99) / 1e9),
  ),
];

const secondsSince = (at: string | null, now: number): number =>
  at === null ? -1 : Math.max(0, (now - Date.parse(at)) / 1_000);

const operationLines = ({ mails, jobs, backup, verification, log }: Operations, now: number) => {
  const runs = [...jobs, ...[backup, verification].filter((run) => run !== null)];
  return [
    ...gaugeLines(
      "alongside_mails",
      "Mails that did not go out or did not arrive, by where they stand.",
      [
        { labels: { state: "waiting" }, value: mails.waiting },
        { labels: { state: "trying" }, value: mails.trying },
        { labels: { state: "failed" }, value: mails.failed },
        { labels: { state: "undelivered" }, value: mails.undelivered },
      ],
    ),
    ...gaugeLines(
      "alongside_mail_oldest_seconds",
      "Age of the oldest mail that waits.",
      one(mails.oldest === null ? 0 : secondsSince(mails.oldest, now)),
    ),
    ...gaugeLines(
      "alongside_job_fine_seconds",
      "Seconds since regular work last ended well; -1 for never.",
      runs.map(({ name, fineAt }) => ({ labels: { job: name }, value: secondsSince(fineAt, now) })),
    ),
    ...gaugeLines(
      "alongside_job_failures",
      "Rounds of regular work that failed since one ended well.",
      runs.map(({ name, failures }) => ({ labels: { job: name }, value: failures })),
    ),
    ...gaugeLines("alongside_log_events", "Events in the log.", one(log.events)),
    ...gaugeLines(
      "alongside_log_anchored",
      "The last event that a seal covers.",
      one(log.anchored),
    ),
  ];
};

/** What the process counts, from its start. */
export const createMetrics = (): Metrics => {
  const requests = createCounter("http_requests_total", "Requests answered.");
  const durations = createHistogram("http_request_duration_seconds", "Time to answer.");
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();
  return {
    note: ({ method, route, status, seconds }) => {
      requests.add({ method, route, status: String(status) });
      durations.observe({ route }, seconds);
    },
    text: (operations, now) =>
      `${[...requests.lines(), ...durations.lines(), ...processLines(loop), ...operationLines(operations, now)].join("\n")}\n`,
  };
};
