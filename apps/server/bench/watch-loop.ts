// Loaded before the server by `--import`: prints for how long its event loop stood still at most, in milliseconds.
import { monitorEventLoopDelay, PerformanceObserver } from "node:perf_hooks";

const every = 5;
const delay = monitorEventLoopDelay({ resolution: every });
delay.enable();

/** Processor time of the loop's own thread between two of its turns: what it kept others waiting for, however busy the machine is. */
const own = { last: process.threadCpuUsage(), longest: 0 };
setInterval(() => {
  const now = process.threadCpuUsage();
  const spent = now.user - own.last.user + now.system - own.last.system;
  own.longest = Math.max(own.longest, spent / 1000);
  own.last = now;
}, every).unref();

const garbage = { longest: 0 };
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries())
    garbage.longest = Math.max(garbage.longest, duration);
}).observe({ entryTypes: ["gc"] });

// The start of the server is no part of the race.
process.on("SIGUSR2", () => {
  delay.reset();
  own.longest = 0;
  garbage.longest = 0;
});
process.on("exit", () =>
  process.stderr.write(
    `longest stall ${own.longest.toFixed(1)} by the clock ${(delay.max / 1e6).toFixed(1)} collecting ${garbage.longest.toFixed(1)}\n`,
  ),
);
