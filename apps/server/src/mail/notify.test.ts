import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { askNotify, byNotify } from "./notify.ts";

const service = "11111111-1111-4111-8111-111111111111";
const secret = "22222222-2222-4222-8222-222222222222";
const key = `race-${service}-${secret}`;
const template = "33333333-3333-4333-8333-333333333333";

type Asked = { readonly path: string; readonly body: unknown };
type Reply = {
  readonly status: number;
  readonly error?: readonly [error: string, message: string];
  /** How a notification stands that is asked about. */
  readonly stands?: string;
};

/** Whether a request carries a token as Notify wants it: of the service, signed with its secret, a moment old. */
const isSigned = ({ headers }: IncomingMessage): boolean => {
  const [head = "", claims = "", mark] = (headers.authorization ?? "")
    .replace(/^Bearer /, "")
    .split(".");
  const right = createHmac("sha256", secret).update(`${head}.${claims}`).digest("base64url");
  const { iss, iat }: { readonly iss?: unknown; readonly iat?: unknown } = JSON.parse(
    Buffer.from(claims, "base64url").toString() || "{}",
  );
  return mark === right && iss === service && Math.abs(Number(iat) - Date.now() / 1_000) < 30;
};

let server: Server;
let url: string;
let replies: Reply[];
let asked: Asked[];

/** Speaks as much of Notify's API as sending a mail and asking about it need (version 2, `/v2/notifications`). */
beforeEach(async () => {
  [replies, asked] = [[], []];
  server = createServer((request, response) => {
    let text = "";
    request.on("data", (part: Buffer) => (text += part.toString()));
    request.on("end", () => {
      const { status, error, stands } = isSigned(request)
        ? (replies.shift() ?? { status: 201 })
        : { status: 403, error: ["AuthError", "Invalid token: signature"] as const };
      const body: unknown = text === "" ? null : JSON.parse(text);
      asked.push({ path: `${request.method} ${request.url}`, body });
      response.writeHead(status, { "content-type": "application/json" });
      const errors = error === undefined ? [] : [{ error: error[0], message: error[1] }];
      const answers = { 200: { id: "n1", status: stands }, 201: { id: "n1" } };
      const answer = status === 200 || status === 201 ? answers[status] : undefined;
      response.end(JSON.stringify(answer ?? { status_code: status, errors }));
    });
  });
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
});
afterEach(() => new Promise((down) => server.close(down)));

const mail = {
  id: "mail-1",
  recipient: "ada@alder.example",
  subject: "An offer",
  text: "Hello Ada",
  html: "<p>Hello Ada</p>",
};
const send = (settings = { key, template, url }) => byNotify(settings)(mail);

describe("mail by GOV.UK Notify", () => {
  it("is signed by the service, in words of ours within a template of theirs, under the mail’s own reference", async () => {
    expect(await send()).toBe("n1");
    expect(asked).toEqual([
      {
        path: "POST /v2/notifications/email",
        body: {
          template_id: template,
          email_address: "ada@alder.example",
          personalisation: { subject: "An offer", body: "Hello Ada" },
          reference: "mail-1",
        },
      },
    ]);
  });

  it.each([
    [400, "BadRequestError", "Can’t send to this recipient using a team-only API key"],
    [
      429,
      "RateLimitError",
      "Exceeded rate limit for key type live of 3000 requests per 60 seconds",
    ],
    [429, "TooManyRequestsError", "Exceeded send limits (50) for today"],
    [500, "Exception", "Internal server error"],
  ])("was not taken when the answer is %i %s, and says why", async (status, error, message) => {
    replies.push({ status, error: [error, message] });
    await expect(send()).rejects.toThrow(`GOV.UK Notify answered ${status}: ${message}`);
    await send();
    expect(asked).toHaveLength(2);
  });

  it("was not taken under a key that is not the service’s", async () => {
    const wrong = `race-${service}-${template}`;
    await expect(send({ key: wrong, template, url })).rejects.toThrow(
      "answered 403: Invalid token",
    );
  });

  it("was not taken when nobody answers", async () => {
    await new Promise((down) => server.close(down));
    await expect(send()).rejects.toThrow(/^GOV\.UK Notify .*ECONNREFUSED/);
    server.listen(0);
  });
});

describe("what became of a mail by GOV.UK Notify", () => {
  const ask = (settings = { key, url }) => askNotify(settings)("n1");

  it.each([
    ["created", "under-way"],
    ["sending", "under-way"],
    ["pending", "under-way"],
    ["delivered", "delivered"],
    ["permanent-failure", "permanent-failure"],
    ["temporary-failure", "temporary-failure"],
    ["technical-failure", "technical-failure"],
  ])("is asked by the id that it gave: %s is %s", async (stands, told) => {
    replies.push({ status: 200, stands });
    expect(await ask()).toBe(told);
    expect(asked).toEqual([{ path: "GET /v2/notifications/n1", body: null }]);
  });

  it("is unknown when it has forgotten the mail, and no answer when it has a fault or the key is not the service’s", async () => {
    replies.push({ status: 404, error: ["NoResultFound", "No result found"] });
    expect(await ask()).toBe("unknown");
    replies.push({ status: 500, error: ["Exception", "Internal server error"] });
    await expect(ask()).rejects.toThrow("GOV.UK Notify answered 500: Internal server error");
    replies.push({ status: 200 });
    await expect(ask()).rejects.toThrow("GOV.UK Notify");
    const wrong = `race-${service}-${template}`;
    await expect(ask({ key: wrong, url })).rejects.toThrow("answered 403");
  });
});
