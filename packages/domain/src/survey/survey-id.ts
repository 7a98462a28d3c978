declare const brand: unique symbol;

export type SurveyId = string & { readonly [brand]: "SurveyId" };

/** Reads text as an id; whether there is such a survey is found out by whoever looks. */
export const toSurveyId = (text: string): SurveyId => text as SurveyId;
