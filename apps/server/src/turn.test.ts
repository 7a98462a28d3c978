import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { arrivalOf, oneATurn } from "./turn.ts";

const asking = (url: string) => {
  const incoming = Object.assign(new IncomingMessage(new Socket()), { url });
  return { incoming, outgoing: new ServerResponse(incoming) };
};

const turnOfTheLoop = (): Promise<void> => new Promise((go) => setImmediate(go));

it("begins one request in each turn of the loop after the one that read them, in the order in which they came", async () => {
  const begun: (string | undefined)[] = [];
  const listener = oneATurn(({ url }) => void begun.push(url));
  const urls = Array.from({ length: 50 }, (_, number) => `/${number}`);
  for (const { incoming, outgoing } of urls.map(asking)) listener(incoming, outgoing);
  await turnOfTheLoop();
  expect(begun).toEqual([]);
  for (let turn = 1; turn <= urls.length; turn += 1) {
    await turnOfTheLoop();
    expect(begun).toEqual(urls.slice(0, turn));
  }
});

it("does not begin the request of someone who has gone while waiting", async () => {
  const begun: (string | undefined)[] = [];
  const listener = oneATurn(({ url }) => void begun.push(url));
  const gone = asking("/gone");
  const here = asking("/here");
  listener(gone.incoming, gone.outgoing);
  listener(here.incoming, here.outgoing);
  gone.outgoing.destroy();
  await turnOfTheLoop();
  await turnOfTheLoop();
  await turnOfTheLoop();
  expect(begun).toEqual(["/here"]);
});

it("begins again after everybody was served", async () => {
  const begun: (string | undefined)[] = [];
  const listener = oneATurn(({ url }) => void begun.push(url));
  for (const { incoming, outgoing } of ["/first", "/second"].map(asking)) {
    listener(incoming, outgoing);
    await turnOfTheLoop();
    await turnOfTheLoop();
    await turnOfTheLoop();
  }
  expect(begun).toEqual(["/first", "/second"]);
});

it("counts a request's time from when it came in, waiting included", async () => {
  const waited: number[] = [];
  const listener = oneATurn((incoming) => {
    waited.push(performance.now() - arrivalOf({ incoming }));
    const until = performance.now() + 5;
    while (performance.now() < until);
  });
  for (const { incoming, outgoing } of ["/first", "/second"].map(asking))
    listener(incoming, outgoing);
  await turnOfTheLoop();
  await turnOfTheLoop();
  await turnOfTheLoop();
  expect(waited).toHaveLength(2);
  expect(waited[1]).toBeGreaterThanOrEqual(5);
  expect(arrivalOf(undefined)).toBeGreaterThan(0);
});
