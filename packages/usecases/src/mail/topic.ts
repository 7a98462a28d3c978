/**
 * What a mail is about, for those who choose how to be told. Mails about the account, and those that ask somebody to act, come at once
 * and cannot be turned off: a clock runs behind each.
 */
export const topics = ["reminder", "progress"] as const;
export type Topic = (typeof topics)[number];

export const ways = ["at-once", "daily", "never"] as const;
export type Way = (typeof ways)[number];

export const isTopic = (text: string): text is Topic => topics.some((topic) => topic === text);

const asks: readonly string[] = [
  "offer-sent",
  "offer-asked",
  "offer-answered",
  "offer-days-proposed",
  "offer-days-taken",
  "offer-days-kept",
  "need-question",
  "need-shortlist",
];

const tells: readonly RegExp[] = [
  /^need-(sent|answered|opened|held|closed|reopened|ranked)$/,
  /^round-taken-back$/,
  /^offer-(accepted|released|confirmed|declined|expired|withdrawn)$/,
];

/** The topic of a template; undefined for what always comes at once: also for a template that nobody has put into a topic. */
export const topicOf = (template: string): Topic | undefined => {
  if (asks.includes(template) || template.includes("-to-")) return undefined;
  if (template.endsWith("-due")) return "reminder";
  return tells.some((tell) => tell.test(template)) ? "progress" : undefined;
};
