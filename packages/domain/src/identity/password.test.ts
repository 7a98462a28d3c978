import { describe, expect, it } from "vitest";
import { faultOfPassword } from "./password.ts";

const about = ["Zoë O'Brien", "zoe.obrien@alder.example", "Northfield Partnership"];

describe("a password", () => {
  it.each([
    ["elevencharz", "too-short"],
    ["🦉🦉🦉🦉🦉🦉", "too-short"],
    ["x".repeat(257), "too-long"],
    ["aaaaaaaaaaaa", "easy-to-guess"],
    ["abababababab", "easy-to-guess"],
    ["123456789012", "easy-to-guess"],
    ["passwordpassword", "easy-to-guess"],
    ["Password2026!", "easy-to-guess"],
    ["P4ssw0rd2026!!", "easy-to-guess"],
    ["qwertyuiop12", "easy-to-guess"],
    ["Qwerty123456", "easy-to-guess"],
    ["correcthorsebatterystaple", "easy-to-guess"],
    ["correct horse battery staple", "easy-to-guess"],
    ["Alongside2026", "easy-to-guess"],
    ["Northfield 2026", "easy-to-guess"],
    ["n0rthf1eld-2026", "easy-to-guess"],
    ["northfieldpartnership", "easy-to-guess"],
    ["OBrien-OBrien-1", "easy-to-guess"],
    ["alder.example", "easy-to-guess"],
    ["HeadteacherSpring", "easy-to-guess"],
  ])("is refused: %s (%s)", (password, fault) => {
    expect(faultOfPassword(password, about)).toBe(fault);
  });

  it.each([
    ["twelve letters and no rule besides", "kelpmothrund"],
    ["spaces between words", "marmot sings under lamps"],
    ["no capital, digit or mark", "violetgravelhymn"],
    ["letters of any script", "żółwie jedzą kapustę"],
    ["a known word among many others", "password of the crooked lighthouse"],
    ["digits with no run to them", "839201746592"],
    ["256 characters", "marmot sings under lamps".repeat(11).slice(0, 256)],
  ])("is taken with %s", (_, password) => {
    expect(faultOfPassword(password, about)).toBeUndefined();
  });

  it("is measured after characters that look the same are made the same", () => {
    expect(faultOfPassword("ﬁ".repeat(6), [])).toBe("easy-to-guess");
  });
});
