import {
  byId,
  standardPolicy,
  standardWeights,
  type Pair,
  type Policy,
  type Problem,
  type Weights,
} from "../problem.ts";
import { fieldReader, isFields, type Fault, type FieldReader, type Note } from "./check.ts";
import { readProvider } from "./read-provider.ts";
import { readRequest } from "./read-request.ts";

export type ProblemReading =
  | { readonly ok: true; readonly problem: Problem }
  | { readonly ok: false; readonly faults: readonly Fault[] };

type Entry<Value> = (fields: FieldReader, note: Note) => Value;

const readList = <Value>(
  value: unknown,
  path: string,
  reading: { note: Note; entry: Entry<Value> },
) => {
  const { note, entry } = reading;
  if (!Array.isArray(value)) {
    note(path, "must be a list");
    return [];
  }
  return value.flatMap((each: unknown, index) => {
    const place = `${path}[${index}]`;
    if (isFields(each)) return [entry(fieldReader(each, place, note), note)];
    note(place, "must be an object");
    return [];
  });
};

const noteRepeats = (list: readonly { readonly id: string }[], path: string, note: Note): void => {
  const seen = new Set<string>();
  for (const { id } of list) {
    if (seen.has(id) && id !== "") note(path, `has the id ${id} more than once`);
    seen.add(id);
  }
};

const readPair: Entry<Pair> = (fields) => ({
  request: fields.text("request"),
  provider: fields.text("provider"),
});

const notePairs = (
  pairs: readonly Pair[],
  path: string,
  known: { requests: ReadonlySet<string>; providers: ReadonlySet<string>; note: Note },
): void => {
  pairs.forEach((pair, index) => {
    if (!known.requests.has(pair.request))
      known.note(`${path}[${index}].request`, `names ${pair.request}, which is not a request here`);
    if (!known.providers.has(pair.provider))
      known.note(
        `${path}[${index}].provider`,
        `names ${pair.provider}, which is not a provider here`,
      );
  });
};

const noteConflictingPins = (pins: readonly Pair[], note: Note): void => {
  const pinned = new Map<string, string>();
  pins.forEach((pin, index) => {
    const earlier = pinned.get(pin.request);
    if (earlier !== undefined && earlier !== pin.provider)
      note(
        `$.pins[${index}]`,
        `pins ${pin.request} to ${pin.provider}, but it is pinned to ${earlier}`,
      );
    pinned.set(pin.request, pin.provider);
  });
};

const readWeights = (value: unknown, note: Note): Weights => {
  if (value === undefined) return standardWeights;
  if (!isFields(value)) {
    note("$.policy.weights", "must be an object of numbers");
    return standardWeights;
  }
  const fields = fieldReader(value, "$.policy.weights", note);
  const weight = (key: keyof Weights) =>
    fields.has(key) ? fields.from0(key) : standardWeights[key];
  for (const key of Object.keys(value))
    if (!(key in standardWeights)) note(`$.policy.weights.${key}`, "is not a weight");
  return {
    level: weight("level"),
    secondary: weight("secondary"),
    impact: weight("impact"),
    sameZone: weight("sameZone"),
    sameLa: weight("sameLa"),
    distance: weight("distance"),
    prefer: weight("prefer"),
    continuity: weight("continuity"),
    providerPref: weight("providerPref"),
    specialist: weight("specialist"),
  };
};

const readPolicy = (value: unknown, note: Note): Policy => {
  if (value === undefined || value === null) return standardPolicy;
  if (!isFields(value)) {
    note("$.policy", "must be an object");
    return standardPolicy;
  }
  const fields = fieldReader(value, "$.policy", note);
  return {
    sameTrustAllowed: fields.flag("sameTrustAllowed", false),
    weights: readWeights(value["weights"], note),
  };
};

const optionalList = (value: unknown): unknown => value ?? [];

const byPair = (a: Pair, b: Pair): number =>
  byId({ id: a.request }, { id: b.request }) || byId({ id: a.provider }, { id: b.provider });

/**
 * Reads the exchange format `brokering-round/1` from parsed JSON. Days are whole numbers, distances kilometres.
 * Requests, providers and pairs come back in the order of their ids, so the order in the file never matters.
 * On failure every fault is listed with its path, none hides another.
 */
export const readProblem = (value: unknown): ProblemReading => {
  const faults: Fault[] = [];
  const note: Note = (path, message) => faults.push({ path, message });
  if (!isFields(value)) return { ok: false, faults: [{ path: "$", message: "must be an object" }] };
  if (value["format"] !== "brokering-round/1") note("$.format", 'must be "brokering-round/1"');
  const requests = readList(value["requests"], "$.requests", { note, entry: readRequest });
  const providers = readList(value["providers"], "$.providers", { note, entry: readProvider });
  const pins = readList(optionalList(value["pins"]), "$.pins", { note, entry: readPair });
  const forbid = readList(optionalList(value["forbid"]), "$.forbid", { note, entry: readPair });
  noteRepeats(requests, "$.requests", note);
  noteRepeats(providers, "$.providers", note);
  const known = {
    requests: new Set(requests.map(({ id }) => id)),
    providers: new Set(providers.map(({ id }) => id)),
    note,
  };
  notePairs(pins, "$.pins", known);
  noteConflictingPins(pins, note);
  const policy = readPolicy(value["policy"], note);
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    problem: {
      name: typeof value["name"] === "string" ? value["name"] : "",
      requests: requests.toSorted(byId),
      providers: providers.toSorted(byId),
      pins: pins.toSorted(byPair),
      forbid: forbid.toSorted(byPair),
      policy,
    },
  };
};
