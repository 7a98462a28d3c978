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
  "area.change": "operator",
  "area.create": "operator",
  "area.every": "operator",
  "area.get": "area-reader",
  "area.list": "signed-in",
  "area.setUp": "area-administrator",
  "codeList.add": "area-administrator",
  "codeList.change": "area-administrator",
  "codeList.get": "area-reader",
  "codeList.list": "area-reader",
  "codeList.move": "area-administrator",
  "codeList.retire": "area-administrator",
  "import.discard": "area-administrator",
  "import.get": "area-administrator",
  "import.list": "area-administrator",
  "rate.add": "area-administrator",
  "rate.change": "area-administrator",
  "rate.list": "area-reader",
  "rate.retire": "area-administrator",
  "need.answer": "area-reader",
  "need.band": "area-reader",
  "need.begin": "area-reader",
  "need.choices": "area-reader",
  "need.close": "area-reader",
  "need.discard": "area-reader",
  "need.get": "area-reader",
  "need.hold": "area-reader",
  "need.leaders": "area-reader",
  "need.list": "area-reader",
  "need.own": "area-reader",
  "need.question": "area-reader",
  "need.readPrivateWords": "area-reader",
  "need.reopen": "area-reader",
  "need.resume": "area-reader",
  "need.save": "area-reader",
  "need.start": "area-reader",
  "need.submit": "area-reader",
  "need.triage": "area-reader",
  "need.withdraw": "area-reader",
  "school.choices": "area-reader",
  "school.get": "area-reader",
  "school.list": "area-reader",
  "school.places": "area-reader",
  "school.search": "area-reader",
  "school.shapes": "area-reader",
  "session.get": "everyone",
  "session.signIn": "everyone",
  "session.signOut": "signed-in",
  "term.list": "area-reader",
  "term.saveYear": "area-administrator",
  "term.year": "area-administrator",
  "weight.get": "area-reader",
  "weight.set": "area-administrator",
  "zone.addPanelMember": "area-administrator",
  "zone.assignCoordinator": "area-administrator",
  "zone.candidates": "area-administrator",
  "zone.close": "area-administrator",
  "zone.create": "area-administrator",
  "zone.draw": "area-administrator",
  "zone.endCoordinator": "area-administrator",
  "zone.endPanelMember": "area-administrator",
  "zone.get": "area-reader",
  "zone.list": "area-reader",
  "zone.place": "area-administrator",
  "zone.placeable": "area-administrator",
  "zone.rename": "area-administrator",
  "zone.takeOut": "area-administrator",
};
