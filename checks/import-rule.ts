/** Which parts of the house a part may import, and what it means when it does otherwise. */
export type ImportRule = {
  readonly from: RegExp;
  readonly may: readonly RegExp[];
  readonly meaning: string;
};

const own = (name: string): RegExp => new RegExp(`^@alongside/${name}(/|$)`);
const outside = /^(?!@alongside\/)/;

export const importRules: readonly ImportRule[] = [
  {
    from: /^packages\/domain\//,
    may: [],
    meaning:
      "The rules would no longer be readable and testable on their own: domain depends on nothing.",
  },
  {
    from: /^packages\/matching\/src\//,
    may: [/^node:(util|fs|path|url|worker_threads|process|os|perf_hooks)/],
    meaning:
      "The engine would know what a school or a database is: it takes plain values and gives a plan.",
  },
  {
    from: /^packages\/register\/src\//,
    may: [own("domain"), /^node:(zlib|stream|util|crypto|buffer)/, /^proj4$/],
    meaning: "Reading a public file would need a database or the network.",
  },
  {
    from: /^packages\/db\/src\//,
    may: [own("domain"), /^node:/, /^drizzle-orm/, /^(@libsql\/client|libsql)$/],
    meaning: "Tables would know more than the words of the field.",
  },
  {
    from: /^packages\/auth\/src\//,
    may: [
      own("domain"),
      own("db"),
      /^node:/,
      /^(lucia|otpauth|openid-client|drizzle-orm|@node-rs\/argon2)/,
    ],
    meaning: "Identity would depend on what the product does with it.",
  },
  {
    from: /^packages\/usecases\/src\//,
    may: [
      own("domain"),
      own("db"),
      own("matching"),
      own("register"),
      own("auth"),
      /^node:(crypto|util|zlib)$/,
    ],
    meaning: "A use case would know of HTTP, of SQL or of the screen.",
  },
  {
    from: /^packages\/api\/src\//,
    may: [own("domain"), own("usecases"), own("auth"), /^@trpc\/server/, /^zod$/],
    meaning: "A procedure would do more than read its input and call one use case.",
  },
  {
    from: /^packages\/demonstration\/src\//,
    may: [own("domain"), own("usecases"), own("db"), own("auth"), /^node:crypto$/],
    meaning: "The invented area would be loaded past the use cases and stores.",
  },
  {
    from: /^apps\/web\/src\/ui\//,
    may: [/^solid-js/, /^@solidjs\//],
    meaning: "The kit would know a word of the field: it is for any page.",
  },
  {
    from: /^apps\/web\/src\//,
    may: [
      own("domain"),
      own("api"),
      /^(solid-js|@solidjs\/|@tanstack\/|@trpc\/client|valibot|uqr)/,
    ],
    meaning: "The browser would be sent code of the server.",
  },
  {
    from: /^apps\/server\//,
    may: [/^@alongside\/(api|auth|db|demonstration|domain|register|usecases)(\/|$)/, outside],
    meaning: "The server would reach past the procedures and use cases.",
  },
];

export type Import = { readonly name: string; readonly isTypeOnly: boolean };

const importPattern =
  /(?:^|\n)\s*(import|export)\s+(type\s)?(?:[^;"'`]*?\sfrom\s)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** What a file imports, by name; relative imports stay as they are written. */
export const importsOf = (text: string): readonly Import[] =>
  [...text.matchAll(importPattern)].map((found) => ({
    name: found[3] ?? found[4] ?? "",
    isTypeOnly: found[2] !== undefined,
  }));

const isTest = (file: string): boolean =>
  /\.test\.tsx?$|\/(bench|fixtures|soak|test)\/|\/(describe-[^/]+|world)\.ts$|vitest\.config|drizzle\.config/.test(
    file,
  );

/** Web may take types of the api, and nothing that runs. */
const isForbiddenRun = (file: string, { name, isTypeOnly }: Import): boolean =>
  file.startsWith("apps/web/") && own("api").test(name) && !isTypeOnly;

/** The imports of a file that break a rule, each with what that means. Tests may import what they test with. */
export const brokenImports = (file: string, text: string): readonly string[] => {
  const rule = importRules.find(({ from }) => from.test(file));
  if (rule === undefined || isTest(file)) return [];
  const mine = /^(packages|apps)\/([^/]+)\//.exec(file)?.[2] ?? "";
  return importsOf(text)
    .filter(({ name }) => !name.startsWith(".") && !own(mine).test(name))
    .filter((each) => isForbiddenRun(file, each) || !rule.may.some((may) => may.test(each.name)))
    .map(({ name }) => `${file} imports ${name}. ${rule.meaning}`);
};
