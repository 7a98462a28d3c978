import type { Phase, SchoolStatus } from "@alongside/domain/school";

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** Today's words stand beside their plain form, because most lines hold them and need no tidying. */
const phaseWords: ReadonlyMap<string, Phase> = new Map([
  ["Nursery", "nursery"],
  ["Primary", "primary"],
  ["Secondary", "secondary"],
  ["Not applicable", "not-applicable"],
  ["nursery", "nursery"],
  ["primary", "primary"],
  ["middle deemed primary", "middle-deemed-primary"],
  ["secondary", "secondary"],
  ["middle deemed secondary", "middle-deemed-secondary"],
  ["16 plus", "16-plus"],
  ["post 16", "16-plus"],
  ["all through", "all-through"],
  ["not applicable", "not-applicable"],
]);

const statusWords: ReadonlyMap<string, SchoolStatus> = new Map([
  ["Open", "open"],
  ["Closed", "closed"],
  ["open", "open"],
  ["open but proposed to close", "proposed-to-close"],
  ["closed", "closed"],
  ["proposed to open", "proposed-to-open"],
]);

/** The phase that GIAS's words mean, in any capitals and with or without hyphens: the words have changed over the years. */
export const toPhase = (words: string): Phase | undefined =>
  phaseWords.get(words) ?? phaseWords.get(plain(words));

export const toStatus = (words: string): SchoolStatus | undefined =>
  statusWords.get(words) ?? statusWords.get(plain(words));

const beyondEngland = [
  "welsh establishment",
  "offshore schools",
  "british schools overseas",
  "service childrens education",
];

const isWelshCode = (laCode: string): boolean => laCode >= "660" && laCode <= "681";

/** Offshore, service and overseas codes. */
const isOffshoreCode = (laCode: string): boolean =>
  (laCode >= "700" && laCode <= "799") || laCode < "201";

/** GIAS also lists places in Wales, offshore and overseas: no local authority in England answers for them. */
export const isBeyondEngland = (laCode: string, type: string | null): boolean =>
  isWelshCode(laCode) ||
  isOffshoreCode(laCode) ||
  (type !== null && beyondEngland.includes(plain(type.replaceAll(/['’]/g, ""))));
