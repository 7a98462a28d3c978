import { isLaCode, isUrn, type LaCode, type Urn } from "@alongside/domain/school";

/** URNs here start far above the last that the Department has issued (152548 in June 2026; Wales ends at 402472). */
export const firstUrn = 900_001;

export const toUrn = (value: number): Urn => {
  if (!isUrn(value)) throw new Error(`Not a URN: ${value}`);
  return value;
};

const toLaCode = (text: string): LaCode => {
  if (!isLaCode(text)) throw new Error(`Not an authority code: ${text}`);
  return text;
};

/** No authority bears this code: those of England end at 943, and 970 means England as a whole. */
export const demonstrationAuthority = { code: toLaCode("999"), name: "Larkenshore" } as const;
