import { parseArgs } from "node:util";
import { findAddressOf } from "@alongside/db/views/subject-access";
import { normalEmail } from "@alongside/domain/identity";
import { openArea } from "@alongside/usecases/area";
import { erasePerson, exportPerson } from "@alongside/usecases/subject-access";
import type { Command } from "./command.ts";

const options = { area: { type: "string" }, reason: { type: "string" } } as const;

const sayHow = "say: subject-access EMAIL --area SLUG, or erase EMAIL --area SLUG --reason TEXT";

/** Whom a command is about, in which area; undefined when it was called wrongly or nobody has the address. */
const whomIn = async (words: readonly string[], { ctx }: Parameters<Command>[1]) => {
  const { positionals, values } = parseArgs({ args: [...words], options, allowPositionals: true });
  const [email] = positionals;
  if (email === undefined || positionals.length > 1 || values.area === undefined) return undefined;
  const person = await findAddressOf(ctx.read, normalEmail(email));
  if (person === undefined) return undefined;
  return { person, area: await openArea(ctx, values.area), reason: values.reason };
};

/** `subject-access EMAIL --area SLUG` prints everything that is kept of a person, as JSON. */
export const runSubjectAccess: Command = async (words, line) => {
  const whom = await whomIn(words, line);
  if (whom === undefined) {
    line.complain(sayHow);
    return 2;
  }
  const input = { personId: whom.person.id };
  line.say(JSON.stringify(await exportPerson(line.ctx, whom.area, input), null, 2));
  return 0;
};

/** `erase EMAIL --area SLUG --reason TEXT` erases a person who has left. */
export const runErase: Command = async (words, line) => {
  const whom = await whomIn(words, line);
  if (whom?.reason === undefined) {
    line.complain(sayHow);
    return 2;
  }
  const { id: personId, version } = whom.person;
  await erasePerson(line.ctx, whom.area, { personId, version, reason: whom.reason });
  line.say("Erased. What they did stays on record, without a name.");
  return 0;
};
