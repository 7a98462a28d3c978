import type { AppRouter } from "./router.ts";

/** Who a procedure is for, apart from what its record allows: each has its predicate in the domain. */
export type Policy = "everyone" | "signed-in" | "area-reader" | "area-administrator" | "operator";

type PathsOf<Record, Prefix extends string = ""> = {
  [Key in keyof Record & string]: Record[Key] extends { _def: { procedure: true } }
    ? `${Prefix}${Key}`
    : PathsOf<Record[Key], `${Prefix}${Key}.`>;
}[keyof Record & string];

export type ProcedurePath = PathsOf<AppRouter["_def"]["record"]>;

/** Every procedure and its policy. A new procedure without a line here does not compile. */
export const policies: Readonly<Record<ProcedurePath, Policy>> = {
  "area.get": "area-reader",
  "area.list": "signed-in",
  "import.discard": "area-administrator",
  "import.get": "area-administrator",
  "import.list": "area-administrator",
  "school.choices": "area-reader",
  "school.get": "area-reader",
  "school.list": "area-reader",
  "school.places": "area-reader",
  "school.search": "area-reader",
  "school.shapes": "area-reader",
  "session.get": "everyone",
  "session.signIn": "everyone",
  "session.signOut": "signed-in",
};
