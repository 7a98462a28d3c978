/** Rules of the house that a line of text can break: where they hold, what breaks them, and why. */
export type HouseRule = {
  readonly where: RegExp;
  readonly except?: RegExp;
  readonly pattern: RegExp;
  readonly meaning: string;
};

const pure = /^packages\/(domain|matching|register|usecases)\/src\//;
const test = /\.test\.tsx?$|\/cli\.ts$|\/worker(-entry)?\.ts$|\/cli\//;

export const houseRules: readonly HouseRule[] = [
  {
    where: pure,
    except: test,
    pattern: /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/,
    meaning: "Time comes in with the command.",
  },
  {
    where: pure,
    except: test,
    pattern: /\bMath\.random\(|\brandomUUID\(/,
    meaning: "Chance comes in with the command.",
  },
  {
    where: pure,
    except: test,
    pattern: /\bprocess\.env\b/,
    meaning: "Settings are read in one place, by the server.",
  },
  {
    where: /^(packages|apps)\//,
    except: /^packages\/auth\/src\/session\/lucia(\.test)?\.ts$/,
    pattern: /from "lucia"/,
    meaning: "lucia is imported in one file, so that it can be replaced in one file.",
  },
  {
    where: /\.tsx?$/,
    except: /^checks\//,
    pattern:
      /\b(it|test|describe)\.(only|skip|todo)\(|@ts-(ignore|nocheck|expect-error)|oxlint-disable|eslint-disable/,
    meaning: "A check that is switched off checks nothing.",
  },
  {
    where: /\.tsx?$/,
    except: /^checks\//,
    pattern: /\bTODO\b|\bFIXME\b/,
    meaning: "What is not done is said in a note, not left in the code.",
  },
];

const bannedNames = /(^|[/.-])(utils?|helpers?|common|misc|manager|data)(?=[./-]|$)/;
const longest = 300;
/** The one table that must name every procedure is as long as there are procedures. */
const isTable = (file: string): boolean => file === "packages/api/src/policy.ts";

/** How a file breaks a rule of the house, one line each. */
export const brokenRules = (file: string, text: string): readonly string[] => {
  const lines = text.split("\n");
  const broken = houseRules
    .filter(({ where, except }) => where.test(file) && !except?.test(file))
    .flatMap(({ pattern, meaning }) =>
      lines.flatMap((line, index) => (pattern.test(line) ? `${file}:${index + 1} ${meaning}` : [])),
    );
  const isLong =
    lines.length > longest && !isTable(file)
      ? [`${file} has ${lines.length} lines: it holds more than one idea.`]
      : [];
  const isBanned =
    bannedNames.test(file) && !/features\/[^/]+\/data\.ts$|common-password/.test(file)
      ? [`${file} has a name that says nothing.`]
      : [];
  return [...broken, ...isLong, ...isBanned];
};
