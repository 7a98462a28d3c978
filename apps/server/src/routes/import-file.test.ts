import { afterAll, beforeAll, expect, it } from "vitest";
import { here } from "../../../../packages/api/test/callers.ts";
import { origin } from "../../test/app.ts";
import { openHttpCast, type HttpCast } from "../../test/cast.ts";

let http: HttpCast;
beforeAll(async () => {
  http = await openHttpCast();
});
afterAll(() => http.close());

const header =
  "URN,LA (code),LA (name),EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name)";
const extract = [
  header,
  "900101,901,Here,Ash Primary School,Open,Primary",
  "900102,901,Here,=Beech Primary School,Open,Moonlit",
  "12,901,Here,Cedar Primary School,Open,Primary",
].join("\r\n");

const lastLine = async (answer: Response): Promise<string> =>
  (await answer.text()).trim().split("\n").at(-1) ?? "";

const upload = (body: string): Promise<Response> =>
  http.ask("administrator", `/files/imports?area=${here}&kind=gias&asOf=2026-01-01&name=x.csv`, {
    method: "POST",
    body,
    headers: { origin, "content-length": String(Buffer.byteLength(body)) },
  });

it("gives the lines that were not taken, each with its reason, as a file", async () => {
  const { done } = JSON.parse(await lastLine(await upload(extract)));
  const path = `/files/areas/${here}/imports/${done.id}/not-taken.csv`;
  const answer = await http.ask("administrator", path);
  expect(answer.headers.get("content-type")).toMatch(/^text\/csv/);
  expect(answer.headers.get("content-disposition")).toContain("not-taken");
  const [head, ...lines] = (await answer.text())
    .replace(/^\ufeff/, "")
    .trim()
    .split("\r\n");
  expect(head).toBe("line,urn,reason");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^3,900102,.*Moonlit/);
  expect(lines[1]).toMatch(/^4,12,URN is not six digits$/);
  expect((await http.ask("head", path)).status).toBe(403);
});

it("says what is wrong with a file that cannot be read", async () => {
  const { refusal } = JSON.parse(await lastLine(await upload("{}")));
  expect(refusal).toMatchObject({ kind: "file-not-readable" });
});
