export { exportOwn, exportPerson, type SubjectAccess } from "./export.ts";
export { erasePerson } from "./erase.ts";
