import { isLaCode } from "@alongside/domain/school";
import { describe, expect, it } from "vitest";
import { accepted, fixture, only } from "../../test/fixture.ts";
import { openGias, readGias } from "./read.ts";

const read = async (name: string) => accepted(await readGias(fixture(name)));
const schoolIn = async (name: string, urn: number) =>
  only((await read(name)).records.filter((school) => school.urn === urn));

const header =
  '"URN","LA (code)","LA (name)","EstablishmentName","EstablishmentStatus (name)","PhaseOfEducation (name)"';
const line = (urn: string, rest = '"998","Marlshire","Weir School","Open","Primary"') =>
  `${urn},${rest}`;
const readLines = async (lines: readonly string[], head = header) =>
  accepted(await readGias(Buffer.from([head, ...lines].join("\r\n"))));

describe("the official layout of 33 columns", () => {
  it("gives every school of the file", async () => {
    const { lines, records, notTaken } = await read("gias-33-medway.csv");
    expect({ lines, records: records.length, notTaken }).toEqual({
      lines: 103,
      records: 103,
      notTaken: [],
    });
  });

  it("keeps zeros at the front of telephone and establishment numbers as text", async () => {
    expect(await schoolIn("gias-33-medway.csv", 118317)).toMatchObject({
      laCode: "887",
      establishmentNumber: "2198",
      telephone: "01634409521",
      ukprn: "10074076",
      lowAge: 3,
      highAge: 11,
    });
  });

  it("names the expected columns that are missing and leaves their keys out", async () => {
    const { missingColumns, records } = await read("gias-33-medway.csv");
    expect(missingColumns).toContain("Easting");
    expect(missingColumns).toContain("Trusts (code)");
    expect(missingColumns).not.toContain("Town");
    expect(records.some((school) => "easting" in school)).toBe(false);
  });

  it("never reads the names of head teachers", async () => {
    const head = `${header},"HeadFirstName","HeadLastName"`;
    const { records, missingColumns } = await readLines(
      [`${line("990001")},"Zoë","de Souza"`],
      head,
    );
    expect(JSON.stringify(records)).not.toMatch(/Zoë|Souza/);
    expect(missingColumns.join()).not.toMatch(/Head/);
  });
});

describe("the letters of GIAS", () => {
  it("reads Windows-1252, quotation marks that curl, degrees and accents", async () => {
    const names = (await read("gias-33-letters.csv")).records.map(({ name }) => name);
    expect(names).toContain("St John’s CE Primary School");
    expect(names).toContain("North Star 180°");
    expect(names).toContain("St Thomas à Becket Catholic Secondary School, A Voluntary Academy");
    expect(names.join("")).not.toMatch(/[\u0080-\u009f]/);
  });

  it("keeps schools of one name apart by their URN", async () => {
    const { records } = await read("gias-33-letters.csv");
    const joseph = records.filter(({ name }) => name === "St Joseph's Catholic Primary School");
    expect(new Set(joseph.map(({ urn }) => urn)).size).toBe(3);
  });

  it("keeps the words for absent apart: blank, None, Does not apply and Not applicable", async () => {
    const { records } = await read("gias-33-letters.csv");
    const words = new Set(records.map(({ religiousCharacter }) => religiousCharacter));
    expect(words).toContain("None");
    expect(words).toContain("Catholic");
    expect(words).toContain("Roman Catholic");
    expect((await schoolIn("gias-33-medway.csv", 118317)).religiousCharacter).toBe(
      "Does not apply",
    );
    expect((await schoolIn("gias-33-medway.csv", 118317)).openReason).toBe("Not applicable");
    expect((await schoolIn("gias-33-medway.csv", 118317)).locality).toBe(null);
  });

  it("takes 01-01-1900 for the placeholder that it is", async () => {
    const raw = fixture("gias-33-letters.csv").toString("latin1");
    const dates = (await read("gias-33-letters.csv")).records.map(({ openDate }) => openDate);
    expect(raw).toContain("01-01-1900");
    expect(dates.filter((date) => date?.startsWith("1900") === true)).toEqual([]);
  });
});

describe("the other layouts", () => {
  it("reads by name past a FaxNum in the middle", async () => {
    const { records } = await read("gias-34-academies.csv");
    expect(records).toHaveLength(8);
    expect(records.every(({ region }) => region === "South East")).toBe(true);
    expect(records.every(({ telephone }) => telephone !== "01634000000")).toBe(true);
  });

  it("reads grid references, trusts and pupils of the 78 columns, numbers in quotation marks", async () => {
    const school = await schoolIn("gias-78-medway.csv", 118317);
    expect(school).toMatchObject({
      easting: 576183,
      northing: 166676,
      pupils: 172,
      trustCode: null,
    });
    expect(school).not.toHaveProperty("diocese");
  });

  it("reads the 140 columns: open, closed and announced schools", async () => {
    const { records, missingColumns } = await read("gias-140-invented.csv");
    expect(missingColumns).toEqual([]);
    expect(records.map(({ urn, status, setting }) => [urn, status, setting])).toEqual([
      [990001, "open", "mainstream"],
      [990002, "open", "mainstream"],
      [990003, "closed", "mainstream"],
      [990004, "open", "pru"],
      [990005, "proposed-to-close", "special"],
      [990006, "open", "alternative-provision"],
      [990007, "open", "mainstream"],
      [990008, "open", "other"],
      [990009, "proposed-to-open", "mainstream"],
      [990010, "open", "mainstream"],
    ]);
  });

  it("reads thousands, postcodes without a space, grid noughts and older words for a phase", async () => {
    expect(await schoolIn("gias-140-invented.csv", 990002)).toMatchObject({
      capacity: 1200,
      postcode: "ME4 5UQ",
      trustCode: "99001",
      openDate: "2013-09-01",
    });
    expect(await schoolIn("gias-140-invented.csv", 990003)).toMatchObject({
      easting: null,
      northing: null,
      closeDate: "2019-08-31",
    });
    expect((await schoolIn("gias-140-invented.csv", 990010)).phase).toBe("middle-deemed-secondary");
  });

  it("leaves places outside England out and says so", async () => {
    expect((await read("gias-140-invented.csv")).notTaken).toEqual([
      { line: 12, urn: "990011", reason: "not in England" },
      { line: 13, urn: "990012", reason: "not in England" },
    ]);
  });

  it("lets garbled letters be in a column that it does not read", async () => {
    expect(fixture("gias-140-invented.csv").includes("garbled: \xe2\x80\x99", "latin1")).toBe(true);
    expect((await schoolIn("gias-140-invented.csv", 990007)).name).toBe("Chalk House School");
  });

  it("reads ragged website exports, an unnamed column for each link", async () => {
    const { records, notTaken } = await read("gias-website-ragged.csv");
    expect({ count: records.length, notTaken }).toEqual({ count: 3, notTaken: [] });
  });

  it("finds columns in any order, any capitals, with spaces and behind a UTF-8 mark", async () => {
    const head =
      '\ufeff" phaseofeducation (NAME) ",urn,LA (CODE),La  (name),establishmentname,EstablishmentStatus (name),Town';
    const { records } = await readLines(
      ["Primary,990001,998,Marlshire,Weir School,Open,Marlford"],
      head,
    );
    expect(records).toMatchObject([{ urn: 990001, phase: "primary", town: "Marlford" }]);
  });
});

describe("lines that are left out", () => {
  it.each([
    ["URN is blank", line("")],
    ["URN is not six digits", line("12345")],
    ["URN is not six digits", line("99000X")],
    ["EstablishmentName is blank", line("990001", '"998","Marlshire"," ","Open","Primary"')],
    ["LA (code) is blank", line("990001", '"","Marlshire","Weir","Open","Primary"')],
    ["LA (code) ‘98’ is not known", line("990001", '"98","Marlshire","Weir","Open","Primary"')],
    [
      "EstablishmentStatus (name) ‘Pending approval’ is not known",
      line("990001", '"998","Marlshire","Weir","Pending approval","Primary"'),
    ],
    [
      "EstablishmentStatus (name) is blank",
      line("990001", '"998","Marlshire","Weir","","Primary"'),
    ],
    [
      "PhaseOfEducation (name) ‘Tertiary’ is not known",
      line("990001", '"998","Marlshire","Weir","Open","Tertiary"'),
    ],
    ["the line has 3 of 6 columns", '990001,"998","Marlshire"'],
  ])("%s", async (reason, broken) => {
    const { lines, records, notTaken } = await readLines([broken, line("990099")]);
    expect(notTaken).toMatchObject([{ line: 2, reason }]);
    expect({ lines, taken: records.length }).toEqual({ lines: 2, taken: 1 });
  });

  it("takes the first of two lines with one URN", async () => {
    const { records, notTaken } = await readLines([line("990001"), line("990001")]);
    expect(records).toHaveLength(1);
    expect(notTaken).toEqual([{ line: 3, urn: "990001", reason: "URN is already on line 2" }]);
  });

  it.each([
    ["OpenDate", "31-02-2020"],
    ["StatutoryLowAge", "three"],
    ["NumberOfPupils", "-4"],
    ["NumberOfPupils", "1.63E+09"],
    ["Easting", "9999999"],
    ["PercentageFSM", "124"],
  ])("names the column %s when it holds %s", async (column, cell) => {
    const { notTaken } = await readLines([`${line("990001")},${cell}`], `${header},${column}`);
    expect(only(notTaken).reason).toBe(`${column} ‘${cell}’ cannot be read`);
  });

  it("leaves other local authorities out when asked for one", async () => {
    const laCodes = ["998"].filter(isLaCode);
    const other = line("990002", '"997","Elsewhere","Weir School","Open","Primary"');
    const bytes = Buffer.from([header, line("990001"), other].join("\n"));
    const { records, notTaken } = accepted(await readGias(bytes, { laCodes }));
    expect(records.map(({ urn }) => urn)).toEqual([990001]);
    expect(notTaken).toEqual([{ line: 3, urn: "990002", reason: "other local authority" }]);
  });

  it("counts lines as an editor does, past blank lines and cells of several lines", async () => {
    const tall = line("990001", '"998","Marlshire","Weir\nSchool","Open","Primary"');
    const { lines, notTaken } = await readLines([tall, "", line("bad"), ""]);
    expect({ lines, at: only(notTaken).line }).toEqual({ lines: 2, at: 5 });
  });
});

describe("batches", () => {
  it("give the same as reading whole, from a stream of any chunks", async () => {
    const bytes = fixture("gias-33-medway.csv");
    async function* chunks() {
      for (let at = 0; at < bytes.length; at += 777) yield bytes.subarray(at, at + 777);
    }
    const opened = accepted(await openGias(chunks()));
    const urns: number[] = [];
    let last = 0;
    for await (const batch of opened.batches()) {
      urns.push(...batch.records.map(({ urn }) => urn));
      last = batch.linesRead;
    }
    const whole = await read("gias-33-medway.csv");
    expect(urns).toEqual(whole.records.map(({ urn }) => urn));
    expect({ last, lines: opened.lines }).toEqual({ last: 103, lines: 103 });
  });

  it("cuts a large file into several batches and loses no line between them", async () => {
    const many = Array.from({ length: 9000 }, (_, index) => line(String(100000 + index)));
    const opened = accepted(await openGias(Buffer.from([header, ...many].join("\r\n"))));
    const sizes: number[] = [];
    for await (const batch of opened.batches()) sizes.push(batch.records.length);
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(9000);
  });
});
