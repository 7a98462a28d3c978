import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { readInvitation, toId, type OrganisationId } from "@alongside/domain/identity";
import { afterAll, beforeAll, expect, it } from "vitest";
import { here } from "../../../../packages/api/test/callers.ts";
import { places } from "../../../../packages/usecases/src/identity/world.ts";
import { openHttpCast, type HttpCast } from "../../test/cast.ts";

let http: HttpCast;
beforeAll(async () => {
  http = await openHttpCast();
});
afterAll(() => http.close());

type Line = Readonly<Record<string, string>>;

const lists = [
  "schools",
  "needs",
  "people",
  "capacity",
  "visits",
  "offers",
  "deployments",
  "conflicts",
];
const csvOf = async (list: string): Promise<readonly Line[]> => {
  const answer = await http.ask("officer", `/files/areas/${here}/${list}.csv`);
  return parse(await answer.text(), { columns: true, bom: true });
};

it("gives every list as CSV and as a workbook with the same columns and as many lines", async () => {
  for (const list of lists) {
    const answer = await http.ask("officer", `/files/areas/${here}/${list}.xlsx`);
    expect([list, answer.status]).toEqual([list, 200]);
    expect(answer.headers.get("content-type")).toContain("spreadsheetml");
    expect(answer.headers.get("content-disposition")).toBe(
      `attachment; filename="${here}-${list}.xlsx"`,
    );
    const [heading = [], ...rows] = await readSheet(Buffer.from(await answer.arrayBuffer()));
    const lines = await csvOf(list);
    expect(rows).toHaveLength(lines.length);
    expect(heading).toEqual(Object.keys(lines[0] ?? {}));
  }
});

it("gives people as a file that invites them again", async () => {
  const lines = await csvOf("people");
  expect(lines.length).toBeGreaterThan(8);
  const organisations = [{ id: toId<OrganisationId>("hub"), name: "Lantern Hub" }];
  const zones = [
    { id: places.north, name: "North" },
    { id: places.east, name: "East" },
  ];
  for (const [index, line] of lines.entries()) {
    const { email = "", name = "", role = "", urn = "", zone = "", organisation = "" } = line;
    const text = { line: index + 2, email, name, role, urn, zone, organisation };
    const read = readInvitation(text, { areaId: places.here, zones, organisations });
    expect(read).toMatchObject({ ok: true, invitation: { email, grant: { role } } });
  }
});

it("answers a figure that there is not, and an ending that there is not, alike", async () => {
  for (const file of ["nothing.csv", "nothing.xlsx", "cost", "cost.pdf"])
    expect((await http.ask("officer", `/files/areas/${here}/board/${file}`)).status).toBe(404);
});
