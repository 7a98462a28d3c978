import { expect, it } from "vitest";
import { sendOnce } from "./send-once.ts";

const request = (input: unknown) => ({ method: "POST", body: JSON.stringify({ 0: input }) });

/** A line that loses the first so many answers; and the inputs that went over it. */
const lineThatLoses = (count: number) => {
  const sent: { readonly key?: string }[] = [];
  const send = sendOnce(async (_address, { body }) => {
    sent.push(JSON.parse(String(body))[0]);
    if (sent.length <= count) throw new TypeError("the line is cut");
    return new Response("[]", { status: 207 });
  });
  return { sent, send };
};

it("sends the same words under the same key until there is an answer, and then under another", async () => {
  const { sent, send } = lineThatLoses(1);
  const words = { area: "here", note: "the same" };
  await expect(send("/trpc/visit.plan", request(words))).rejects.toThrow("cut");
  const reply = await send("/trpc/visit.plan", request(words));
  expect([reply.status, await reply.text()]).toEqual([207, "[]"]);
  await send("/trpc/visit.plan", request(words));
  const [lost, again, another] = sent.map(({ key }) => key);
  expect(lost).toMatch(/^\w{16,}-0$/);
  expect(again).toBe(lost);
  expect(another).not.toBe(lost);
});

it("leaves a key that is there, what belongs to no area, and a request without a body as they are", async () => {
  const { sent, send } = lineThatLoses(0);
  await send("/trpc/visit.record", request({ area: "here", key: "kept-on-the-device" }));
  await send("/trpc/session.signIn", request({ email: "a@alder.example" }));
  await send("/trpc/session.signOut", request(null));
  expect(sent).toEqual([
    { area: "here", key: "kept-on-the-device" },
    { email: "a@alder.example" },
    null,
  ]);
  expect(await sendOnce(async () => new Response("x"))("/trpc/a", {})).toBeInstanceOf(Response);
});
