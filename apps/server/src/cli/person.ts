import { parseArgs } from "node:util";
import { createAuth } from "@alongside/auth";
import { listAreas } from "@alongside/db/views/area";
import { areaRoles, isEmail, normalEmail, type Grant } from "@alongside/domain/identity";
import { invitePersonAtCommandLine } from "@alongside/usecases/identity";
import type { Environment } from "../env.ts";
import type { Command, CommandLine, Misuse } from "./command.ts";
import { isMisuse } from "./command.ts";

type Settings = Pick<Environment, "database"> &
  Partial<Pick<Environment, "secret" | "origin" | "port">>;
type Wanted = { readonly email: string; readonly grant: Grant };

const sayHow = "say: person invite EMAIL --role partnership-administrator --area SLUG";

/** Roles of an area, and the operator, who has none: what needs a school or a zone is given on the screens. */
const wantedIn = async (
  words: readonly string[],
  { ctx }: CommandLine,
): Promise<Wanted | Misuse> => {
  const options = { role: { type: "string" }, area: { type: "string" } } as const;
  const { positionals, values } = parseArgs({ args: [...words], options, allowPositionals: true });
  const [verb, given] = positionals;
  if (verb !== "invite" || given === undefined || positionals.length > 2) {
    return { misuse: sayHow };
  }
  const email = normalEmail(given);
  if (!isEmail(email)) return { misuse: `${given} is not an e-mail address` };
  if (values.role === "operator") return { email, grant: { role: "operator" } };
  const role = areaRoles.find((each) => each === values.role);
  const area = (await listAreas(ctx.read)).find(({ slug }) => slug === values.area);
  if (role === undefined)
    return { misuse: `--role is operator or one of: ${areaRoles.join(", ")}` };
  if (area === undefined) return { misuse: `--area is the slug of an area: see area list` };
  return { email, grant: { role, areaId: area.id } };
};

const originOf = ({ origin, port }: Settings): string =>
  origin ?? `http://localhost:${port ?? 4000}`;

/** `person invite EMAIL --role ROLE --area SLUG` invites somebody and prints the link: the first administrator has no one else to ask. */
export const runPersonWith =
  (settings: Settings): Command =>
  async (words, line) => {
    const wanted = await wantedIn(words, line);
    if (isMisuse(wanted)) {
      line.complain(wanted.misuse);
      return 2;
    }
    const { ctx } = line;
    const { secret } = settings;
    if (secret === undefined) throw new Error("SECRET is not set.");
    const auth = createAuth({ database: ctx, now: ctx.now, secret });
    const { token } = await invitePersonAtCommandLine(
      { ...ctx, auth, sessionId: undefined },
      wanted,
    );
    line.say(`${wanted.email} is invited. The link works for 14 days, once, for whoever holds it:`);
    line.say(`${originOf(settings)}/invitation/${token}`);
    return 0;
  };
