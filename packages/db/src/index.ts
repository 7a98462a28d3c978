export { backUp, inspectBackup } from "./backup.ts";
export {
  isReachable,
  openDatabase,
  type Database,
  type DatabaseAddress,
  type Read,
  type Write,
} from "./connection.ts";
export { isBusy, isLockedOut, isOutage, isUniqueViolation } from "./fault.ts";
export { assertDurable, assertWhole, migrateDatabase } from "./migrate.ts";
export { searchWordsOf } from "./search-index.ts";
