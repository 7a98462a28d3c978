import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/solid-query";
import { api, submitting } from "../../lib/api.ts";

export type Preferences = Awaited<ReturnType<typeof api.mail.preferences.query>>;
export type MailList = Awaited<ReturnType<typeof api.mail.log.query>>;
export type MailLine = MailList["mails"][number];
type Question = Parameters<typeof api.mail.log.query>[0];

export const usePreferences = () =>
  useQuery(() => ({
    queryKey: ["mail", "preferences"],
    queryFn: () => api.mail.preferences.query(),
  }));

export const useMailLog = (question: () => Question) =>
  useQuery(() => ({
    queryKey: ["mail", "log", question()],
    queryFn: () => api.mail.log.query(question()),
    placeholderData: keepPreviousData,
  }));

/** Does something about mails, then has what is shown of them asked for anew. */
export const useMailAct = () => {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>) => {
    const outcome = await submitting(work);
    await client.invalidateQueries({ queryKey: ["mail"] });
    return outcome;
  };
};
