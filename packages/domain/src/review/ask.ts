import type { DraftAsk } from "../need/index.ts";
import { mostOtherAreas } from "../need/index.ts";
import { invitationsOf, type Judgements } from "./judgement.ts";

type Meaning = { readonly focus: string; readonly expertise: string | null };

/** What each area of the review is called in Ofsted's report card and in the list of expertise; an area that a partnership added is in neither. */
const meanings: Readonly<Record<string, Meaning>> = {
  leadership: { focus: "leadership-and-governance", expertise: "whole-school-leadership" },
  governance: { focus: "leadership-and-governance", expertise: "governance" },
  curriculum: { focus: "curriculum-and-teaching", expertise: "curriculum-sequencing" },
  teaching: { focus: "curriculum-and-teaching", expertise: "teaching-and-learning" },
  achievement: { focus: "achievement", expertise: "assessment" },
  "early-reading": { focus: "achievement", expertise: "phonics-and-early-reading" },
  "send-and-inclusion": { focus: "inclusion", expertise: "send" },
  "behaviour-and-attendance": { focus: "attendance-and-behaviour", expertise: "behaviour" },
  capacity: { focus: "leadership-and-governance", expertise: null },
};

const once = (codes: readonly string[]): readonly string[] => [...new Set(codes)];

/** The areas that invite a need, those that cause concern first. */
const inOrder = (judgements: Judgements): readonly string[] => {
  const { need } = invitationsOf(judgements);
  const isConcern = (area: string) => judgements[area]?.judgement === "causing-concern";
  return [...need.filter(isConcern), ...need.filter((area) => !isConcern(area))];
};

/**
 * The focus of a need that a review suggests: what causes concern first. `known` are the codes of expertise that the partnership uses. No
 * word of the review goes with it.
 */
export const suggestedAsk = (
  judgements: Judgements,
  known: readonly string[],
): Pick<DraftAsk, "framework" | "focus" | "primaryArea" | "otherAreas"> => {
  const found = inOrder(judgements).flatMap((area) => meanings[area] ?? []);
  const codes = once(found.flatMap(({ expertise }) => expertise ?? [])).filter((code) =>
    known.includes(code),
  );
  const [primaryArea, ...others] = codes;
  const focus = once(found.map(({ focus: code }) => code));
  return {
    ...(focus.length === 0 ? {} : { framework: "report-card" as const, focus }),
    ...(primaryArea === undefined ? {} : { primaryArea }),
    ...(others.length === 0 ? {} : { otherAreas: others.slice(0, mostOtherAreas) }),
  };
};
