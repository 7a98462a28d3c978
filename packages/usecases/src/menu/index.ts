export { askForPackage } from "./ask.ts";
export { getPackage, listMenu, type MenuLine, type MenuQuestion } from "./list.ts";
export {
  answerPackage,
  publishPackage,
  revisePackage,
  withdrawPackage,
  type PackageWords,
} from "./publish.ts";
