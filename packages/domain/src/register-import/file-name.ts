import { parseIsoDate, type IsoDate } from "../school/index.ts";
import type { ImportKind } from "./register-import.ts";

/** The day in a file's name, as publishers write it (`…20260602.csv`, `…2026-06-02.csv`); undefined when there is none. */
export const dateInName = (name: string): IsoDate | undefined => {
  const digits = /(20\d\d)-?(\d\d)-?(\d\d)(?!\d)/.exec(name);
  return digits === null ? undefined : parseIsoDate(`${digits[1]}-${digits[2]}-${digits[3]}`);
};

const signs: readonly (readonly [RegExp, ImportKind])[] = [
  [/academ|trust|group/i, "trusts"],
  [/links?_/i, "links"],
  [/ofsted|inspection/i, "ofsted"],
  [/ks2|lait|outcome|performance/i, "outcomes"],
  [/edubase|gias|establishment|school/i, "gias"],
];

/** What a file seems to be by its name; the reading decides. */
export const kindInName = (name: string): ImportKind | undefined =>
  signs.find(([sign]) => sign.test(name))?.[1];
