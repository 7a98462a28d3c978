import { compareMedians } from "../../../packages/usecases/src/identity/test/median.ts";
import { openDoors } from "../test/enumeration.ts";

/** Measures, over HTTP, whether the time of an answer tells of an account. Fails when the medians are more than 5% apart. */
const limit = 1.05;
const rounds = 60;
const mostBatches = 20;

const doors = await openDoors();
const names = Object.keys(doors.addresses);
let isHeld = true;
for (const [what, ask] of Object.entries(doors.asks)) {
  const works = Object.values(doors.addresses).map((email) => () => ask(email));
  const before = doors.forget;
  const { ratio, medians } = await compareMedians(works, {
    rounds,
    limit,
    mostBatches,
    before,
    clock: () => performance.now(),
  });
  const told = names.map((name, i) => `${name} ${medians[i]?.toFixed(2)} ms`).join(", ");
  const apart = ((ratio - 1) * 100).toFixed(1);
  process.stdout.write(`${what.padEnd(12)} ${told}: ${apart}% apart\n`);
  isHeld &&= ratio <= limit;
}
doors.app.close();
process.exitCode = isHeld ? 0 : 1;
