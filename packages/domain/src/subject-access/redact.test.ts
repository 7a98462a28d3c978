import { describe, expect, it } from "vitest";
import { redactorOf } from "./index.ts";

const others = [
  { id: "person-0123456789", name: "Bea Ann", email: "bea@alder.example" },
  { id: "cid", name: "O’Hara", email: "cid+1@alder.example" },
];
const redact = redactorOf("Ada Ann", others);

describe("what one person is told", () => {
  it("names nobody else: not by name, by address or by id", () => {
    const told = redact({
      text: "Bea Ann (bea@alder.example) met O’Hara, cid+1@alder.example",
      list: ["person-0123456789", { "person-0123456789": "by person-0123456789" }],
      who: "cid",
    });
    expect(JSON.stringify(told)).not.toMatch(/Bea|bea@|O’Hara|cid|0123456789/);
  });

  it("keeps the person’s own name, numbers, and words that only look like a name", () => {
    const value = { text: "Ada Ann planned with Beatrice Annan", half: 3, none: null, cid: true };
    expect(redactorOf("Ada Ann", others)({ ...value, cid: undefined })).toMatchObject({
      text: value.text,
      half: 3,
      none: null,
    });
  });

  it("keeps a name that two people share when it is also the person’s own", () => {
    const same = redactorOf("Bea Ann", others);
    expect(same("Bea Ann signed")).toBe("Bea Ann signed");
  });
});
