import { parseArgs } from "node:util";
import { findAddressOf } from "@alongside/db/views/subject-access";
import type { Area } from "@alongside/db/views/area";
import { normalEmail } from "@alongside/domain/identity";
import { retentionKinds, type HoldSubject, type RetentionKind } from "@alongside/domain/retention";
import { isUrn } from "@alongside/domain/school";
import { openArea } from "@alongside/usecases/area";
import {
  changeRule,
  placeHold,
  releaseHold,
  runRetention,
  showRetention,
  tryRetention,
  type KindOutcome,
} from "@alongside/usecases/retention";
import { openFileStore } from "../file-store.ts";
import { isMisuse, type Command, type CommandLine, type Misuse } from "./command.ts";

const sayHow =
  "say: retention AREA [--run] [--set KIND=MONTHS] [--hold area|school:URN|person:EMAIL --reason TEXT] [--end-hold=ID --reason TEXT]";

const options = {
  run: { type: "boolean", default: false },
  set: { type: "string" },
  hold: { type: "string" },
  "end-hold": { type: "string" },
  reason: { type: "string" },
} as const;

const parseWords = (words: readonly string[]) => {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch {
    return { misuse: sayHow };
  }
};

const asLine = ({ kind, months, before, due, held }: KindOutcome): string =>
  `${kind.padEnd(18)}${String(months).padStart(4)} months, before ${before}: ${due} over, ${held} on hold`;

const subjectOf = async (line: CommandLine, text: string): Promise<HoldSubject | Misuse> => {
  const [kind, name = ""] = text.split(":");
  if (kind === "area") return { kind };
  const urn = Number(name);
  if (kind === "school" && isUrn(urn)) return { kind, urn };
  const person = await findAddressOf(line.ctx.read, normalEmail(name));
  return kind === "person" && person !== undefined
    ? { kind, personId: person.id }
    : { misuse: "--hold takes area, school:URN or person:EMAIL" };
};

type Setting = { readonly kind: RetentionKind; readonly months: number };

const settingOf = (text: string): Setting | Misuse => {
  const [name, months] = text.split("=");
  const kind = retentionKinds.find((each) => each === name);
  return kind === undefined
    ? { misuse: `--set takes KIND=MONTHS; the kinds are ${retentionKinds.join(", ")}` }
    : { kind, months: Number(months) };
};

const set = async (line: CommandLine, area: Area, text: string): Promise<Misuse | undefined> => {
  const setting = settingOf(text);
  if (isMisuse(setting)) return setting;
  const { rules } = await showRetention(line.ctx, area);
  const version = rules.find(({ kind }) => kind === setting.kind)?.version ?? 0;
  await changeRule(line.ctx, area, { ...setting, version });
  line.say(`${setting.kind} is kept ${setting.months} months`);
  return undefined;
};

const hold = async (
  line: CommandLine,
  area: Area,
  given: { readonly text: string; readonly reason: string },
): Promise<Misuse | undefined> => {
  const subject = await subjectOf(line, given.text);
  if ("misuse" in subject) return subject;
  const { id } = await placeHold(line.ctx, area, { subject, reason: given.reason });
  line.say(`The hold is placed: ${id} (it ends with --end-hold=${id})`);
  return undefined;
};

const act = async (words: readonly string[], line: CommandLine): Promise<Misuse | undefined> => {
  const parsed = parseWords(words);
  if (isMisuse(parsed)) return parsed;
  const { positionals, values } = parsed;
  const [slug] = positionals;
  if (slug === undefined || positionals.length > 1) return { misuse: sayHow };
  const area = await openArea(line.ctx, slug);
  const { reason } = values;
  if (values.set !== undefined) return set(line, area, values.set);
  if (values.hold !== undefined || values["end-hold"] !== undefined) {
    if (reason === undefined) return { misuse: "say why: --reason TEXT" };
    if (values.hold !== undefined) return hold(line, area, { text: values.hold, reason });
    await releaseHold(line.ctx, area, { id: values["end-hold"] ?? "", reason });
    line.say("The hold has ended");
    return undefined;
  }
  const files = openFileStore(line.filesFolder);
  const outcomes = values.run
    ? await runRetention(line.ctx, area, files)
    : await tryRetention(line.ctx, area);
  for (const outcome of outcomes) line.say(asLine(outcome));
  line.say(values.run ? "Removed." : "This was a dry run: nothing was changed. --run removes.");
  return undefined;
};

/** `retention AREA`: what has been kept for its term; `--run` removes it. Rules and legal holds are set here and on the page. */
export const runRetentionCommand: Command = async (words, line) => {
  const misuse = await act(words, line);
  if (misuse !== undefined) line.complain(misuse.misuse);
  return misuse === undefined ? 0 : 2;
};
