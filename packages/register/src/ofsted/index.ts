export { isCarriedGrade, openOfsted, readOfsted } from "./read.ts";
