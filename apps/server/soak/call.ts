import { Agent, request } from "node:http";

export type Reply = { readonly status: number; readonly body: string };

export type Call = {
  readonly address: string;
  readonly procedure: string;
  readonly cookie: string;
  readonly input: Readonly<Record<string, unknown>>;
};

/** A line for each request that is under way, kept open between them. */
export const openLines = (): Agent => new Agent({ keepAlive: true, maxSockets: Infinity });

export type Held = { readonly begun: Promise<void>; readonly finish: () => Promise<Reply> };

/** A request of which the server has the head and waits for the body: it is under way, for certain, once `begun` is done. */
export const holdOpen = (agent: Agent, { address, procedure, cookie, input }: Call): Held => {
  const body = JSON.stringify({ area: "race", ...input });
  const sent = request(`${address}/trpc/${procedure}`, {
    method: "POST",
    agent,
    headers: {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      cookie,
      origin: address,
      expect: "100-continue",
    },
  });
  const reply = new Promise<Reply>((done, fail) => {
    sent.on("error", fail);
    sent.on("response", (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => (text += part));
      answer.on("error", fail);
      answer.on("end", () => done({ status: answer.statusCode ?? 0, body: text }));
    });
  });
  // Whoever asks for the reply hears of the failure; nobody has to.
  reply.catch(() => undefined);
  const begun = new Promise<void>((go, fail) => {
    sent.once("continue", go);
    sent.once("error", fail);
  });
  begun.catch(() => undefined);
  sent.flushHeaders();
  return {
    begun,
    finish: () => {
      sent.end(body);
      return reply;
    },
  };
};

/** Sends a call to a procedure of the area `race`, and fails when its answer is lost. */
export const post = (agent: Agent, { address, procedure, cookie, input }: Call): Promise<Reply> =>
  new Promise((done, fail) => {
    const headers = { "content-type": "application/json", cookie, origin: address };
    const url = `${address}/trpc/${procedure}`;
    const sent = request(url, { method: "POST", agent, headers }, (answer) => {
      let body = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => (body += part));
      answer.on("error", fail);
      answer.on("end", () => done({ status: answer.statusCode ?? 0, body }));
    });
    sent.on("error", fail);
    sent.end(JSON.stringify({ area: "race", ...input }));
  });

export const get = async (
  address: string,
  given: { readonly procedure: string; readonly cookie: string; readonly input: object },
): Promise<Reply> => {
  const input = encodeURIComponent(JSON.stringify({ area: "race", ...given.input }));
  const answer = await fetch(`${address}/trpc/${given.procedure}?input=${input}`, {
    headers: { cookie: given.cookie },
  });
  return { status: answer.status, body: await answer.text() };
};

/** Guarantee: a call that was answered 200 carries what the procedure replied. */
export const valueIn = <Value>({ body }: Reply): Value =>
  (JSON.parse(body) as { result: { data: Value } }).result.data;
