import {
  impersonalTables,
  personalTables,
  type PersonalTable,
} from "../packages/db/src/views/personal.ts";
import { retentionTerms } from "../packages/domain/src/retention/index.ts";

const intro = `# Data protection

Made from the register of personal values (\`packages/db/src/views/personal.ts\`) by \`pnpm docs:security\`; a test holds the register against
the schema, table by table and column by column. The same register makes the answer to a person who asks what is kept of them, and says what
their erasure takes away.

Whoever runs an instance is the controller: their own notice adds who they are, their legal ground (as a rule public task, UK GDPR article
6(1)(e)), their data protection officer and their processors. The product holds no records of children, asks for nothing about health, family
or money, sets one cookie, and sends nothing to anybody but the mails that it is set up to send.

## What a person can do

- **See it**: \`/account\` gives everything that is kept of whoever asks, as a file. An administrator of every area in which a person plays or played a part gives it out at their request: on the person's page, or \`pnpm alongside subject-access EMAIL --area SLUG\`. Each time is on record. Names, addresses and ids of others are left out, and so is what others wrote.
- **Put it right**: a person changes the own name; administrators correct the rest.
- **Have it erased**: on the person's page once the account is deactivated, or \`pnpm alongside erase EMAIL --area SLUG --reason TEXT\`. Name and address go, with all that only the account needed, and the words of the log that tell of them; acts stay by an id that names nobody. Names typed under signed agreements stay with the agreement (article 17(3)).

## How long

Set for each area at \`/areas/…/set-up/keeping\` or with \`pnpm alongside retention AREA --set KIND=MONTHS\`. Nothing goes by itself: the page and
\`pnpm alongside retention AREA\` say what is over, \`--run\` removes it, and a legal hold on the area, a school or a person keeps it.`;

const termLines = (): string =>
  Object.entries(retentionTerms)
    .map(
      ([kind, { months, least, most }]) =>
        `- \`${kind}\`: ${months} months unless set; from ${least} to ${most}`,
    )
    .join("\n");

const erasureOf = ({ whenErased }: PersonalTable): string => {
  if (whenErased === "deleted") return "deleted";
  if (whenErased === "kept") return "stays, by id alone";
  return `\`${whenErased.emptied.join("`, `")}\` emptied, the rest stays by id alone`;
};

const partOf = (entry: PersonalTable): string =>
  [
    `### \`${entry.table}\``,
    [
      `- What: ${entry.holds}`,
      `- Why: ${entry.why}`,
      `- How long: ${entry.kept}`,
      `- Who sees it: ${entry.seenBy}`,
      `- When the person is erased: ${erasureOf(entry)}`,
    ].join("\n"),
  ].join("\n\n");

/** The page as it must stand in `docs/data-protection.md`. */
export const dataProtectionPage = (): string =>
  `${[
    intro,
    termLines(),
    "## What is kept of people, table by table",
    ...personalTables.map(partOf),
    "## Tables that name nobody",
    `${impersonalTables.map((table) => `\`${table}\``).join(", ")}.`,
  ].join("\n\n")}\n`;
