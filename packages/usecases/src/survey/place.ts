import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { findSurvey, type SurveyRow } from "@alongside/db/views/survey";
import { mayAdministerArea } from "@alongside/domain/identity";
import type { SurveyDates, SurveyId } from "@alongside/domain/survey";
import { found, type Context } from "../context/index.ts";

/** The survey, for those who write it; anybody else's answers `not-found`. */
export const keepSurvey = async (
  ctx: Context,
  read: Read,
  { area, id }: { readonly area: Area; readonly id: SurveyId },
): Promise<SurveyRow> => {
  const row = found(await findSurvey(read, area.id, id));
  return found(mayAdministerArea(ctx.actor, area.id) ? row : undefined);
};

/** The dates of a survey that was opened; a draft has none. */
export const datesOf = ({
  opensOn,
  closesOn,
}: Pick<SurveyRow, "opensOn" | "closesOn">): SurveyDates | { readonly opensOn: null } =>
  opensOn === null || closesOn === null ? { opensOn: null } : { opensOn, closesOn };
