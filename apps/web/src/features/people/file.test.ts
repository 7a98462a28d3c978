import { describe, expect, it } from "vitest";
import { readRows } from "./file.ts";

describe("a file of invitations", () => {
  it("is read by its heading, whatever the order of the columns", () => {
    const rows = readRows("Role,E-mail,URN\r\nhead,ash@alder.example,900001\r\n");
    expect(rows).toEqual([
      {
        line: 2,
        email: "ash@alder.example",
        name: "",
        role: "head",
        urn: "900001",
        zone: "",
        organisation: "",
      },
    ]);
  });

  it("is read without a heading, and as it is pasted from a spreadsheet", () => {
    const [row] = readRows("ash@alder.example\tAsh\thead\t900001");
    expect(row).toMatchObject({
      line: 1,
      email: "ash@alder.example",
      name: "Ash",
      role: "head",
      urn: "900001",
    });
  });

  it("keeps a comma and a quote inside quotes, and leaves empty lines out", () => {
    const rows = readRows('email,name\n\nash@alder.example,"Ash, ""A"" Alder"\n,\n');
    expect(rows).toMatchObject([{ line: 3, name: 'Ash, "A" Alder' }]);
  });
});
