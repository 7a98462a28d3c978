import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findArea } from "@alongside/db/views/area";
import { demonstration } from "@alongside/demonstration";
import { loadDemonstration } from "@alongside/demonstration/load";
import { commandLine, type Actor } from "@alongside/domain/identity";
import { toBodyId } from "@alongside/domain/meeting";
import { todayOf, type Context } from "@alongside/usecases/context";
import { getPack, makePack, planMeeting } from "@alongside/usecases/meeting";
import { openProduct } from "../src/open.ts";
import { packHtml } from "../src/pdf/pack.ts";
import { createPrinter, findChromium } from "../src/pdf/print.ts";

/** `pnpm bench:pack`: a board pack over a year of the demonstration area: frozen, read as a page, printed as a PDF. */
const times = 5;
const hold = { page: 3_000, pdf: 20_000 };

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const timed = async <Value>(work: () => Promise<Value>, into: number[]): Promise<Value> => {
  const begun = performance.now();
  const value = await work();
  into.push(performance.now() - begun);
  return value;
};

const report = (what: string, measured: readonly number[], most?: number): void => {
  const worst = Math.max(...measured);
  const verdict =
    most === undefined ? "" : `, held to ${most} ms: ${worst <= most ? "holds" : "DOES NOT HOLD"}`;
  console.log(
    `${what}: ${median(measured).toFixed(0)} ms (median of ${measured.length}; slowest ${worst.toFixed(0)})${verdict}`,
  );
};

const clerkIn = (ctx: Context): Context => {
  const { people, signIns } = demonstration(todayOf(ctx));
  const id = signIns.find(({ role }) => role === "board-clerk")?.personId;
  const person = people.find((each) => each.id === id);
  if (person === undefined) throw new Error("the demonstration has no clerk");
  const actor: Actor = { kind: "person", personId: person.id, name: "", grants: person.grants };
  return { ...ctx, actor };
};

const folder = mkdtempSync(join(tmpdir(), "alongside-bench-"));
const product = await openProduct({
  database: { url: `file:${join(folder, "bench.db")}`, authToken: undefined },
});
const loading = product.contextFor(commandLine);
await loadDemonstration(loading);
const ctx = clerkIn(loading);
const area = await findArea(ctx.read, demonstration(todayOf(ctx)).id);
if (area === undefined) throw new Error("the demonstration is not there");
const { id } = await planMeeting(ctx, area, {
  bodyId: toBodyId("board-primary"),
  date: todayOf(ctx),
  time: "16:00",
  place: "Town Hall",
  agenda: ["Figures"],
});
const [made, read, printed]: [number[], number[], number[]] = [[], [], []];
const print = createPrinter({ chromium: findChromium(undefined), patience: 60_000 });
for (let time = 0; time < times; time += 1) {
  const { number } = await timed(() => makePack(ctx, area, { id }), made);
  const pack = await timed(() => getPack(ctx, area, { id, number }), read);
  const outcome = await timed(() => print(packHtml(pack)), printed);
  if (!outcome.ok) console.log(`no PDF: ${outcome.why}`);
  else if (time === 0) console.log(`a PDF of ${(outcome.pdf.length / 1024).toFixed(0)} kB`);
}
report("frozen, guarded by the packs that are out", made, hold.page);
report("read as a page", read, hold.page);
report("printed as a tagged PDF", printed, hold.pdf);
product.database.close();
rmSync(folder, { recursive: true, force: true });
