export { endLiveUpdates } from "./feed.ts";
export { appRouter, type AppRouter } from "./router.ts";
export type { ApiContext } from "./trpc.ts";
export {
  policies,
  routePolicies,
  routePolicyOf,
  type Policy,
  type ProcedurePath,
} from "./policy.ts";
export { supplyQuestionInAddress } from "./routers/capacity.ts";
export { needQuestion, needQuestionInAddress } from "./routers/need.ts";
export { peopleFilter, peopleQuestionInAddress } from "./routers/person.ts";
export { questionInAddress, schoolQuestion } from "./routers/school.ts";
export { statusOf } from "./status.ts";
