import { expect, it } from "vitest";
import { kindOfName, longestName, toFileName } from "./index.ts";

it("tells the kind that a name says by its ending alone", () => {
  const names = ["Plan.DOCX", "a.b.pdf", "photo.jpeg", "report.pdf.exe", ".pdf", "noending"];
  expect(names.map(kindOfName)).toEqual(["docx", "pdf", "jpg", undefined, undefined, undefined]);
});

it("keeps of a name neither path nor what would turn it around", () => {
  expect(toFileName("C:\\secret\\plan.pdf")).toBe("plan.pdf");
  expect(toFileName("../../etc/passwd")).toBe("passwd");
  expect(toFileName('fdp\u202e.exe\u0000".pdf')).toBe("fdp.exe.pdf");
  expect(toFileName("Zoë’s plan.pdf")).toBe("Zoë’s plan.pdf");
});

it("shortens a long name and leaves its ending", () => {
  const name = toFileName(`${"x".repeat(400)}.pdf`);
  expect(name).toHaveLength(longestName);
  expect(name.endsWith(".pdf")).toBe(true);
});
