/**
 * Lists on whose entries rules count: the bands order a round, the judgements invite capacity or a need, the stages are
 * those of a concern (Product rules, §2 and §3). Their words may change; entries may not come or go.
 */
const fixedLists: readonly string[] = ["need-band", "review-judgement", "escalation-stage"];

export const isFixedList = (list: string): boolean => fixedLists.includes(list);
