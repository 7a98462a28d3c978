/** What the verifier needs of a plan; the rest of it is not looked at. */
export type ClaimedAssignment = {
  readonly request: string;
  readonly provider: string;
  readonly role: "lead" | "specialist";
  readonly fit: number;
};

export type ClaimedStage = {
  readonly goal: string;
  readonly holds: readonly string[];
  readonly served: readonly number[];
  readonly bound: number;
  readonly proved: boolean;
  readonly unit: number;
  readonly lead: readonly number[];
  readonly specialist: readonly number[];
  readonly band: readonly number[];
};

export type ClaimedGroup = {
  readonly requests: readonly string[];
  readonly providers: readonly string[];
  readonly stages: readonly ClaimedStage[];
};

export type ClaimedPlan = {
  readonly assignments: readonly ClaimedAssignment[];
  readonly unserved: readonly string[];
  readonly servedByBand: readonly number[];
  readonly fit: number;
  readonly bounds: { readonly servedByBand: readonly number[]; readonly fit: number };
  readonly proved: boolean;
  readonly certificate?: readonly ClaimedGroup[];
};

export type PlanReading =
  | { readonly ok: true; readonly plan: ClaimedPlan }
  | { readonly ok: false; readonly faults: readonly string[] };

type Fields = { readonly [key: string]: unknown };

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

type Reader = { readonly faults: string[] };

const numberAt = (reader: Reader, value: unknown, path: string): number => {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  reader.faults.push(`${path} must be a number`);
  return 0;
};

const textAt = (reader: Reader, value: unknown, path: string): string => {
  if (typeof value === "string") return value;
  reader.faults.push(`${path} must be a text`);
  return "";
};

const listAt = <Value>(
  reader: Reader,
  at: { readonly value: unknown; readonly path: string },
  read: (reader: Reader, value: unknown, path: string) => Value,
): readonly Value[] => {
  if (Array.isArray(at.value))
    return at.value.map((each: unknown, index) => read(reader, each, `${at.path}[${index}]`));
  reader.faults.push(`${at.path} must be a list`);
  return [];
};

const fieldsAt = (reader: Reader, value: unknown, path: string): Fields => {
  if (isFields(value)) return value;
  reader.faults.push(`${path} must be an object`);
  return {};
};

const fourAt = (reader: Reader, value: unknown, path: string): readonly number[] => {
  const list = listAt(reader, { value, path }, numberAt);
  if (list.length !== 4) reader.faults.push(`${path} must have four numbers`);
  return list;
};

const assignmentAt = (reader: Reader, value: unknown, path: string): ClaimedAssignment => {
  const fields = fieldsAt(reader, value, path);
  const role = fields["role"];
  if (role !== "lead" && role !== "specialist")
    reader.faults.push(`${path}.role must be lead or specialist`);
  return {
    request: textAt(reader, fields["request"], `${path}.request`),
    provider: textAt(reader, fields["provider"], `${path}.provider`),
    role: role === "specialist" ? "specialist" : "lead",
    fit: numberAt(reader, fields["fit"], `${path}.fit`),
  };
};

const stageAt = (reader: Reader, value: unknown, path: string): ClaimedStage => {
  const fields = fieldsAt(reader, value, path);
  const numbers = (key: string) =>
    listAt(reader, { value: fields[key], path: `${path}.${key}` }, numberAt);
  return {
    goal: textAt(reader, fields["goal"], `${path}.goal`),
    holds: listAt(reader, { value: fields["holds"], path: `${path}.holds` }, textAt),
    served: numbers("served"),
    bound: numberAt(reader, fields["bound"], `${path}.bound`),
    proved: fields["proved"] === true,
    unit: numberAt(reader, fields["unit"], `${path}.unit`),
    lead: numbers("lead"),
    specialist: numbers("specialist"),
    band: numbers("band"),
  };
};

const groupAt = (reader: Reader, value: unknown, path: string): ClaimedGroup => {
  const fields = fieldsAt(reader, value, path);
  return {
    requests: listAt(reader, { value: fields["requests"], path: `${path}.requests` }, textAt),
    providers: listAt(reader, { value: fields["providers"], path: `${path}.providers` }, textAt),
    stages: listAt(reader, { value: fields["stages"], path: `${path}.stages` }, stageAt),
  };
};

/** Reads a plan from parsed JSON, as `solve` prints it. A certificate may be missing; then no bound can be confirmed. */
export const readPlan = (value: unknown): PlanReading => {
  const reader: Reader = { faults: [] };
  const fields = fieldsAt(reader, value, "$");
  const bounds = fieldsAt(reader, fields["bounds"], "$.bounds");
  const certificate = fields["certificate"];
  const plan: ClaimedPlan = {
    assignments: listAt(
      reader,
      { value: fields["assignments"], path: "$.assignments" },
      assignmentAt,
    ),
    unserved: listAt(reader, { value: fields["unserved"], path: "$.unserved" }, textAt),
    servedByBand: fourAt(reader, fields["servedByBand"], "$.servedByBand"),
    fit: numberAt(reader, fields["fit"], "$.fit"),
    bounds: {
      servedByBand: fourAt(reader, bounds["servedByBand"], "$.bounds.servedByBand"),
      fit: numberAt(reader, bounds["fit"], "$.bounds.fit"),
    },
    proved: fields["proved"] === true,
    ...(certificate === undefined
      ? {}
      : {
          certificate: listAt(reader, { value: certificate, path: "$.certificate" }, groupAt),
        }),
  };
  return reader.faults.length > 0 ? { ok: false, faults: reader.faults } : { ok: true, plan };
};
