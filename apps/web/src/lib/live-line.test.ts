import { QueryClient } from "@tanstack/solid-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listenTo } from "./live-line.ts";

/** The browser's own end of a line, in the hands of the test. */
class Ear extends EventTarget {
  static readonly CLOSED = 2;
  static all: Ear[] = [];
  readonly address: URL;
  readyState = 1;
  constructor(address: string) {
    super();
    this.address = new URL(address, "http://here");
    Ear.all.push(this);
  }
  close() {
    this.readyState = Ear.CLOSED;
  }
  hear(type: string, said?: { readonly data: string; readonly lastEventId?: string }) {
    // Nothing but its breaking is told of a closed line.
    if (this.readyState === Ear.CLOSED && type !== "error") return;
    this.dispatchEvent(Object.assign(new Event(type), { lastEventId: "", ...said }));
  }
}

const open = () => Ear.all.filter(({ readyState }) => readyState !== Ear.CLOSED);
const lastEar = (): Ear => {
  const ear = Ear.all.at(-1);
  if (ear === undefined) throw new Error("nobody listens");
  return ear;
};
const askedFor = () => JSON.parse(lastEar().address.searchParams.get("input") ?? "");
const news = (...entities: string[]) =>
  JSON.stringify({ isAll: false, changes: entities.map((entity) => ({ entity })) });

let leave: () => void;
let asked: unknown[];

const listen = (area = "here") => {
  const queries = new QueryClient();
  vi.spyOn(queries, "invalidateQueries").mockImplementation((filter) => {
    asked.push(filter?.queryKey?.[0] ?? "everything");
    return Promise.resolve();
  });
  return listenTo(area, queries);
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Ear);
  asked = [];
  leave = listen();
});
afterEach(() => {
  leave();
  vi.runAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Ear.all = [];
});

test("what changed is asked anew wherever something of it is shown", () => {
  lastEar().hear("message", { data: news("deployment"), lastEventId: "7" });
  expect(asked).toEqual(["deployment", "need", "offer", "home"]);
});

test("when too much has changed to name it, everything is asked anew", () => {
  lastEar().hear("message", { data: JSON.stringify({ isAll: true, changes: [] }) });
  expect(asked).toEqual(["everything"]);
});

test("when the server ends the line, the session is asked for, and the line goes on after what was heard last", () => {
  lastEar().hear("message", { data: news("zone"), lastEventId: "7" });
  lastEar().hear("return");
  expect(asked).toEqual(["zone", "session"]);
  expect(open()).toEqual([]);
  vi.advanceTimersByTime(5_000);
  expect(open()).toHaveLength(1);
  expect(askedFor()).toEqual({ area: "here", lastEventId: "7" });
});

test("a line that broke is called again; one that the browser calls again itself is left to it", () => {
  lastEar().hear("error");
  vi.advanceTimersByTime(5_000);
  expect(Ear.all).toHaveLength(1);
  lastEar().close();
  lastEar().hear("error");
  vi.advanceTimersByTime(5_000);
  expect(Ear.all).toHaveLength(2);
});

test("a line on which nothing is heard for half a minute, not even a sign of life, is called again", () => {
  vi.advanceTimersByTime(20_000);
  lastEar().hear("ping");
  vi.advanceTimersByTime(20_000);
  expect(Ear.all).toHaveLength(1);
  vi.advanceTimersByTime(11_000);
  expect(Ear.all).toHaveLength(2);
  expect(open()).toHaveLength(1);
});

test("a refusal ends it; an accident of the server does not", () => {
  lastEar().hear("serialized-error", { data: JSON.stringify({ code: -32_603 }) });
  expect(open()).toHaveLength(1);
  lastEar().hear("serialized-error", { data: JSON.stringify({ code: -32_003 }) });
  vi.advanceTimersByTime(60_000);
  expect(open()).toEqual([]);
});

test("two pages share one line, and it ends a moment after the last has been left", () => {
  const leaveSecond = listen();
  expect(Ear.all).toHaveLength(1);
  leaveSecond();
  vi.advanceTimersByTime(3_000);
  expect(open()).toHaveLength(1);
  leave();
  vi.advanceTimersByTime(3_000);
  expect(open()).toEqual([]);
  leave = listen("there");
  expect(askedFor().area).toBe("there");
});

test("with nobody at the screen it ends, and the first sign of somebody brings all up to date", () => {
  const signs = setInterval(() => lastEar().hear("ping"), 10_000);
  vi.advanceTimersByTime(15 * 60_000);
  clearInterval(signs);
  expect(open()).toEqual([]);
  window.dispatchEvent(new Event("pointerdown"));
  expect(asked).toEqual(["everything"]);
  expect(open()).toHaveLength(1);
});
