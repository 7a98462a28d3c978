import type { ImportKind } from "@alongside/domain/register-import";

const sources: Readonly<Record<ImportKind, string>> = {
  gias: "Get Information about Schools (DfE)",
  links: "Get Information about Schools, links (DfE)",
  trusts: "Get Information about Schools, groups (DfE)",
  ofsted: "Ofsted, latest inspections",
  outcomes: "Department for Education, published outcomes",
};

/** Who publishes a kind of file, as pages name the source of a value. */
export const sourceOf = (kind: ImportKind): string => sources[kind];
