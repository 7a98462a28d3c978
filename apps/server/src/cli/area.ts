import { parseArgs } from "node:util";
import { isLaCode } from "@alongside/domain/school";
import { createArea } from "@alongside/usecases/area";
import { listAreas } from "@alongside/db/views/area";
import type { Command, CommandLine } from "./command.ts";

const toSlug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

const add = async (
  words: readonly string[],
  { ctx, say, complain }: CommandLine,
): Promise<number> => {
  const options = { la: { type: "string", multiple: true }, slug: { type: "string" } } as const;
  const { positionals, values } = parseArgs({ args: [...words], options, allowPositionals: true });
  const [name] = positionals;
  const laCodes = (values.la ?? []).filter(isLaCode);
  if (name === undefined || positionals.length > 1 || laCodes.length === 0) {
    complain("say: area add NAME --la CODE");
    return 2;
  }
  const slug = values.slug ?? toSlug(name);
  await createArea(ctx, { name, slug, laCodes });
  say(`${name} is at /areas/${slug}`);
  return 0;
};

/** `area add NAME --la CODE…` opens a partnership; `area list` names those there are. */
export const runArea: Command = async (words, line) => {
  const [verb, ...rest] = words;
  if (verb === "add") return add(rest, line);
  if (verb === "list") {
    for (const area of await listAreas(line.ctx.read)) {
      line.say(`${area.slug}\t${area.name}\t${area.laCodes.join(" ")}`);
    }
    return 0;
  }
  line.complain("say: area add NAME --la CODE, or area list");
  return 2;
};
