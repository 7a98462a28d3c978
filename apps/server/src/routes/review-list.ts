import { passesReviewFilter, toReviewId, type Judgements } from "@alongside/domain/review";
import { toTermWords } from "@alongside/domain/calendar";
import { opinions, toSurveyId } from "@alongside/domain/survey";
import { refuse } from "@alongside/usecases/context";
import {
  countReviews,
  getReview,
  type ReviewLine,
  type ReviewPage,
} from "@alongside/usecases/review";
import { showSurveyResult, type ShownSurvey } from "@alongside/usecases/survey";
import type { Hono } from "hono";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import type { Rows } from "../table/table.ts";
import { listFiles } from "./list-file.ts";

/** A number that is made of 1 to 5, or gives one away. */
const hiddenWord = "hidden";

/** The latest result under one framework, in its own words: no framework is turned into another. */
const gradesUnder = ({ inspections }: ReviewLine, framework: string): string | null => {
  const found = inspections.find((each) => each.framework === framework);
  if (found === undefined) return null;
  const grades = Object.entries(found.grades).flatMap(([area, grade]) =>
    grade === null ? [] : [`${area}: ${grade}`],
  );
  return `${found.inspectedOn} ${grades.join("; ")}`;
};

/** A line for each school: what is known, and what was found; never the note. */
const reviewRow =
  ({ lists }: ReviewPage) =>
  (line: ReviewLine) => {
    const wordOf = (judgements: Judgements | undefined, area: string): string | null => {
      const code = judgements?.[area]?.judgement;
      return code === undefined ? null : (lists.words[code] ?? code);
    };
    const { now, outcome, support } = line;
    return {
      school: line.name,
      urn: line.urn,
      phase: line.phase,
      overallGrade: gradesUnder(line, "overall"),
      judgements: gradesUnder(line, "judgements"),
      reportCard: gradesUnder(line, "report-card"),
      measure: outcome?.label ?? null,
      year: outcome?.year ?? null,
      value: outcome?.value ?? null,
      area: outcome?.area ?? null,
      england: outcome?.england ?? null,
      changes: line.changes.map(({ what, on }) => [what, on].filter(Boolean).join(" ")).join("; "),
      agreementsUnderWay: support.working,
      needsWaiting: support.waiting,
      reviewed: now?.judgedAt ?? null,
      ...Object.fromEntries(
        lists.areas.map(({ code, label }) => [label, wordOf(now?.judgements, code)]),
      ),
      suggestedBand: now?.band ?? null,
      invitesDays: now === null ? null : now.invites.capacity.length > 0 ? "yes" : "no",
    };
  };

type Counts = Awaited<ReturnType<typeof countReviews>>;

const countRows = ({ lists, terms }: Counts, termId: string | null): Rows => {
  const term = terms.find(({ id }) => id === termId) ?? terms[0];
  if (term === undefined) return refuse({ kind: "not-found" });
  return lists.areas.map(({ code, label }) => ({
    term: toTermWords(term.term),
    area: label,
    ...Object.fromEntries(
      lists.judgements.map((judgement) => {
        const cell = term.cells.find(
          (each) => each.area === code && each.judgement === judgement.code,
        );
        return [judgement.label, cell?.schools ?? hiddenWord];
      }),
    ),
    judged: term.totals.find(({ area }) => area === code)?.schools ?? hiddenWord,
  }));
};

const surveyRows = (shown: ShownSurvey): Rows =>
  shown.cells.map(({ statement, group, counts, agreeing }) => {
    const named = shown.groups.find(({ by, name }) => by === group.by && name === group.name);
    return {
      year: shown.academicYear,
      statement: shown.statements.find(({ key }) => key === statement)?.text ?? statement,
      by: group.by,
      group: named?.label ?? group.name,
      heads: named?.heads ?? hiddenWord,
      ...Object.fromEntries(
        opinions.map((opinion) => [
          opinion,
          opinion in counts ? (counts[opinion] ?? hiddenWord) : null,
        ]),
      ),
      agreeingPercent: agreeing ?? hiddenWord,
    };
  });

/** A review with its schools, the board's counts of reviews, and the results of a survey as files. */
export const reviewLists = (deps: Dependencies): Hono<AppVariables> =>
  listFiles(deps, {
    "/areas/:area/reviews/:review/schools": async ({ ctx, area, part, search }) => {
      const review = await getReview(ctx, area, toReviewId(part("review")));
      const shown = review.schools.filter((line) => passesReviewFilter(line, search.get("show")));
      return { name: `${area.slug}-review`, rows: shown.map(reviewRow(review)) };
    },
    "/areas/:area/board-review": async ({ ctx, area, search }) => ({
      name: `${area.slug}-review-counts`,
      rows: countRows(await countReviews(ctx, area), search.get("term")),
    }),
    "/areas/:area/board-survey": async ({ ctx, area, search }) => {
      const id = search.get("survey");
      const question = id === null || id === "" ? {} : { id: toSurveyId(id) };
      const { shown } = await showSurveyResult(ctx, area, question);
      return {
        name: `${area.slug}-survey`,
        rows: surveyRows(shown ?? refuse({ kind: "not-found" })),
      };
    },
  });
