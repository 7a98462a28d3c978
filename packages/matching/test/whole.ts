/** How much a test tries: little every day; all of it with MATCHING_WHOLE=1, by `pnpm test:matching:whole`. */
export const daily = <Value>(everyDay: Value, whole: Value): Value =>
  process.env["MATCHING_WHOLE"] === "1" ? whole : everyDay;
