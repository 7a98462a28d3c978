export { diff, type DiffInput, type RegisterDiff, type TrustMove } from "./diff.ts";
export {
  changesBetween,
  type ChangedSchool,
  type FieldChange,
  type FieldValue,
  type SchoolField,
} from "./change.ts";
export { isAcademy, type Academisation } from "./academised.ts";
