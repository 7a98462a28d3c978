import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { api, submitting } from "../../lib/api.ts";

export type Surveys = Awaited<ReturnType<typeof api.survey.list.query>>;
export type Survey = Awaited<ReturnType<typeof api.survey.get.query>>;
export type OwnSurvey = Awaited<ReturnType<typeof api.survey.own.query>>;
export type SurveyResult = Awaited<ReturnType<typeof api.survey.result.query>>;
export type ShownSurvey = NonNullable<SurveyResult["shown"]>;

export const useSurveys = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["survey", "list", area()],
    queryFn: () => api.survey.list.query({ area: area() }),
  }));

export const useSurvey = (given: () => { readonly area: string; readonly id: string }) =>
  useQuery(() => ({
    queryKey: ["survey", "one", given()],
    queryFn: () => api.survey.get.query(given()),
  }));

/** What heads wrote: asked for only where the survey is over. */
export const useSurveyWords = (
  given: () => { readonly area: string; readonly id: string; readonly isOver: boolean },
) =>
  useQuery(() => {
    const { isOver, ...asked } = given();
    return {
      queryKey: ["survey", "words", asked],
      queryFn: () => api.survey.words.query(asked),
      enabled: isOver,
    };
  });

/** A form begins with what is kept now, not with what was kept when it was last looked at. */
export const useOwnSurvey = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["survey", "own", area()],
    queryFn: () => api.survey.own.query({ area: area() }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  }));

export const useSurveyResult = (
  given: () => { readonly area: string; readonly id?: string | undefined },
) =>
  useQuery(() => ({
    queryKey: ["survey", "result", given()],
    queryFn: () => api.survey.result.query(given()),
  }));

/** Does something to a survey, then has everything of it asked for anew: also after a refusal. */
export const useSurveyAct = () => {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>) => {
    const outcome = await submitting(work);
    await client.invalidateQueries({ queryKey: ["survey"] });
    await client.invalidateQueries({ queryKey: ["home"] });
    return outcome;
  };
};
