import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { accounts, capacityTransitions } from "./capacity/index.ts";
import { defaultCodeLists, designationTransitions } from "./code-list/index.ts";
import { concernTransitions } from "./concern/index.ts";
import { conflictTransitions } from "./conflict/index.ts";
import { deploymentTransitions } from "./deployment/index.ts";
import { meetingTransitions } from "./meeting/index.ts";
import { menuTransitions } from "./menu/index.ts";
import { needTransitions } from "./need/index.ts";
import { offerTransitions } from "./offer/index.ts";
import { reviewTransitions } from "./review/index.ts";
import { roundTransitions } from "./round/index.ts";
import { shortlistTransitions } from "./shortlist/index.ts";
import { surveyTransitions } from "./survey/index.ts";
import { visitTransitions } from "./visit/index.ts";

type Table = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const machines: Readonly<Record<string, { readonly table: Table; readonly first: string }>> = {
  need: { table: needTransitions, first: "draft" },
  capacity: { table: capacityTransitions, first: "indicative" },
  offer: { table: offerTransitions, first: "proposed" },
  deployment: { table: deploymentTransitions, first: "drafting" },
  visit: { table: visitTransitions, first: "planned" },
  round: { table: roundTransitions, first: "draft" },
  review: { table: reviewTransitions, first: "open" },
  survey: { table: surveyTransitions, first: "draft" },
  meeting: { table: meetingTransitions, first: "planned" },
  menu: { table: menuTransitions, first: "proposed" },
  shortlist: { table: shortlistTransitions, first: "sent" },
  concern: { table: concernTransitions, first: "raised" },
  conflict: { table: conflictTransitions, first: "found" },
  designation: { table: designationTransitions, first: "applied" },
};

/** Words of the product rules that a newcomer must be able to look up. */
const terms = [
  "head",
  "support need",
  "system leader",
  "LLE",
  "NLE",
  "SLE",
  "NLG",
  "home school",
  "capacity",
  "offer",
  "teaching school",
  "zone coordinator",
  "brokering round",
  "improvement board",
  "partnership administrator",
  "termly review",
  "shortlist",
  "agreement",
  "visit",
  "record of visit",
  "impact",
  "track record",
  "day ledger",
  "deployment",
  "concern",
  "zone",
  "menu",
  "expertise",
  "eligibility",
  "fit score",
  "fair order",
  "band",
  "conflict of interest",
  "graded disclosure",
  "on behalf",
  "freshness",
  "small numbers",
  "supported school",
  "broker",
  "commissioner",
  "responsible body",
  "cold spot",
  "designation",
  "work mode",
  "phase",
  "need focus",
  "support level",
  "term review rubric",
  "decline reason",
  "escalation",
  "funding source",
  "rate card",
  "measure catalogue",
  "soft intelligence",
];

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const lines = readme.split("\n").map((line) => line.trim());

const diagrams = new Map(
  [...readme.matchAll(/```mermaid\nstateDiagram-v2\n\s*%% (\S+)\n([\s\S]*?)```/g)].map(
    ([, name = "", body = ""]) => [name, body.split("\n").map((line) => line.trim())],
  ),
);

const codeOf = (id: string): string => id.replaceAll("_", "-");

const drawnIn = (name: string): readonly string[] =>
  (diagrams.get(name) ?? []).flatMap((line) => {
    const [, from = "", to = "", commands = ""] = /^(\w+) --> (\w+): (.+)$/.exec(line) ?? [];
    return commands
      .split(", ")
      .filter((command) => command !== "")
      .map((command) => `${codeOf(from)} ${command} ${codeOf(to)}`);
  });

const listedIn = (table: Table): readonly string[] =>
  Object.entries(table).flatMap(([from, row]) =>
    Object.entries(row).flatMap(([command, ends]) => ends.map((to) => `${from} ${command} ${to}`)),
  );

const glossary = lines.flatMap((line) => {
  const [, term, code, meaning] = /^\| \*\*(.+?)\*\* +\| (.+?) +\| (.+?) +\|$/.exec(line) ?? [];
  return term && code && meaning ? [{ term, code, meaning }] : [];
});
const codesOf = (code: string): readonly string[] =>
  [...code.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);

/** The source of one folder, without its tests: what a code of the glossary must be found in. */
const sourceOf = (folder: string): string => {
  const place = new URL(`./${folder}/`, import.meta.url);
  return readdirSync(place)
    .filter((file) => !file.endsWith(".test.ts") && file !== "examples.ts")
    .map((file) => readFileSync(new URL(file, place), "utf8"))
    .join("\n");
};

const isInCode = (code: string): boolean => {
  const [folder = "", name = ""] = code.split("/");
  const source = sourceOf(folder);
  return source.includes(`"${name}"`) || new RegExp(`export (const|type) ${name}\\b`).test(source);
};

describe("the diagrams of the README", () => {
  it("are of every machine and of no other", () => {
    expect([...diagrams.keys()].toSorted()).toEqual(Object.keys(machines).toSorted());
  });

  for (const [name, { table, first }] of Object.entries(machines)) {
    it(`draw every transition of ${name} and none besides`, () => {
      expect(drawnIn(name).toSorted()).toEqual(listedIn(table).toSorted());
    });

    it(`begin ${name} where it begins, end it where nothing follows, and name each state`, () => {
      const body = diagrams.get(name) ?? [];
      const last = Object.keys(table).filter((state) =>
        Object.values(table[state] ?? {}).every((ends) => ends.length === 0),
      );
      const ends = body.flatMap((line) => /^(\w+) --> \[\*\]$/.exec(line)?.[1] ?? []);
      const named = body.flatMap((line) => {
        const [, label, id = ""] = /^state "(.+)" as (\w+)$/.exec(line) ?? [];
        return label === codeOf(id) ? [label] : [];
      });
      expect(body.filter((line) => line.startsWith("[*]"))).toEqual([
        `[*] --> ${first.replaceAll("-", "_")}`,
      ]);
      expect(ends.map(codeOf).toSorted()).toEqual(last.toSorted());
      expect(named.toSorted()).toEqual(Object.keys(table).toSorted());
    });
  }
});

describe("the glossary of the README", () => {
  it("has every term of the product rules, each once", () => {
    const written = glossary.map(({ term }) => term);
    expect(terms.filter((term) => !written.includes(term))).toEqual([]);
    expect(written.filter((term, index) => written.indexOf(term) !== index)).toEqual([]);
  });

  it("gives codes that the code has", () => {
    const codes = glossary.flatMap(({ code }) => codesOf(code));
    expect(codes.filter((code) => !isInCode(code))).toEqual([]);
    expect(codes.length).toBeGreaterThan(90);
  });

  it("leaves out no state of a machine and no account of the day ledger", () => {
    const codes = new Set(glossary.flatMap(({ code }) => codesOf(code)));
    const folderOf = (name: string): string => (name === "designation" ? "code-list" : name);
    const states = Object.entries(machines).flatMap(([name, { table }]) =>
      Object.keys(table).map((state) => `${folderOf(name)}/${state}`),
    );
    const wanted = [...states, ...accounts.map((account) => `capacity/${account}`)];
    expect(wanted.filter((code) => !codes.has(code))).toEqual([]);
  });

  it("writes every code list as it ships", () => {
    const written = lines.filter((line) => /^- \*\*.+\*\* \(`[a-z-]+`\): /.test(line));
    const shipped = defaultCodeLists.map(
      ({ label, id, entries }) =>
        `- **${label}** (\`${id}\`): ${entries.map((entry) => `${entry.label} \`${entry.code}\``).join(" · ")}`,
    );
    expect(written).toEqual(shipped);
  });
});
