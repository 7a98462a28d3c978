import type { ReviewedSchool } from "./data.ts";

/** What is typed into the form of a school: `judgement-<area>`, `reason-<area>`, `note`, and `share` as `yes` or nothing. */
export type Answers = Readonly<Record<string, string>>;

export const judgementField = (area: string): string => `judgement-${area}`;
export const reasonField = (area: string): string => `reason-${area}`;

type Judgements = NonNullable<ReviewedSchool["school"]["now"]>["judgements"];

/** The form as it begins: with what was judged before, or empty. */
export const answersFrom = ({ school, lists }: ReviewedSchool): Answers =>
  Object.fromEntries([
    ...lists.areas.flatMap(({ code }) => {
      const given = school.now?.judgements[code];
      return [
        [judgementField(code), given?.judgement ?? ""],
        [reasonField(code), given?.reason ?? ""],
      ];
    }),
    ["note", ""],
    ["share", school.now?.isNoteShared === true ? "yes" : ""],
  ]);

/** The judgements that the form holds; an area without one is left out. */
export const judgementsIn = (answers: Answers, areas: readonly string[]): Judgements =>
  Object.fromEntries(
    areas.flatMap((area) => {
      const judgement = answers[judgementField(area)] ?? "";
      const reason = (answers[reasonField(area)] ?? "").trim();
      return judgement === "" ? [] : [[area, { judgement, reason }]];
    }),
  );

/** What can be told wrong before anything is sent. `needing` are the judgements that invite a need. */
export const faultsIn = (
  answers: Answers,
  given: { readonly areas: readonly string[]; readonly needing: readonly string[] },
): Readonly<Record<string, string>> => {
  const { areas, needing } = given;
  const judged = Object.entries(judgementsIn(answers, areas));
  const [first = ""] = areas;
  if (judged.length === 0) return { [judgementField(first)]: "Judge one area or more" };
  return Object.fromEntries(
    judged.flatMap(([area, { judgement, reason }]) =>
      needing.includes(judgement) && reason === ""
        ? [[reasonField(area), "Say why, and where you know it from"]]
        : [],
    ),
  );
};
