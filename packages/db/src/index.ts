export { backUp, inspectBackup } from "./backup.ts";
export {
  isReachable,
  openDatabase,
  type Database,
  type DatabaseAddress,
  type Read,
  type Write,
} from "./connection.ts";
export { isBusy, isOutage, isUniqueViolation } from "./fault.ts";
export { assertDurable, migrateDatabase } from "./migrate.ts";
