import { standings, type Standing } from "@alongside/domain/visit";
import { isoOfText } from "../../ui/index.ts";
import type { NoteToSend, VisitNote, VisitPage } from "./data.ts";
import type { NoteAnswers } from "./note-draft.ts";

export const mostActions = 6;
export const said = (answers: NoteAnswers, name: string): string => answers[name] ?? "";

export const actionPlaces = Array.from({ length: mostActions }, (_, index) => index + 1);
export const standingField = (objective: string): string => `standing-${objective}`;
export const textField = (objective: string): string => `text-${objective}`;
export const actionField = (place: number, part: "text" | "owner" | "due"): string =>
  `action-${place}-${part}`;

const ofActions = (
  note: VisitNote | null,
  owners: VisitPage["owners"],
): readonly (readonly [string, string])[] =>
  actionPlaces.flatMap((place) => {
    const action = note?.actions[place - 1];
    return [
      [actionField(place, "text"), action?.text ?? ""],
      [actionField(place, "owner"), action?.owner ?? owners[0]?.id ?? ""],
      [actionField(place, "due"), action?.due ?? ""],
    ] as const;
  });

/** The form as it begins: empty, or with the record that is to be put right. */
export const answersFor = ({ objectives, owners, note }: VisitPage): NoteAnswers => ({
  met: note?.met.join("\n") ?? "",
  seen: note?.seen ?? "",
  nextVisit: note?.nextVisit ?? "",
  ...Object.fromEntries(
    objectives.flatMap(({ id }) => {
      const known = note?.progress.find(({ objective }) => objective === id);
      return [
        [standingField(id), known?.standing ?? ""],
        [textField(id), known?.text ?? ""],
      ];
    }),
  ),
  ...Object.fromEntries(ofActions(note, owners)),
});

const isStanding = (text: string): text is Standing => standings.some((each) => each === text);

/** What can be told wrong before anything is sent. */
export const faultsOfNote = (
  answers: NoteAnswers,
  { objectives }: VisitPage,
): Readonly<Record<string, string | undefined>> => {
  const next = said(answers, "nextVisit").trim();
  return {
    met: said(answers, "met").trim() === "" ? "Say whom you met" : undefined,
    seen: said(answers, "seen").trim() === "" ? "Say what you saw" : undefined,
    nextVisit:
      next !== "" && isoOfText(next) === undefined ? "Enter a date, or leave it empty" : undefined,
    ...Object.fromEntries(
      // Said at the top of the page too, where it must tell one objective from another.
      objectives.map(({ id, text }) => [
        standingField(id),
        isStanding(said(answers, standingField(id))) ? undefined : `Choose how ‘${text}’ stands`,
      ]),
    ),
    ...Object.fromEntries(
      actionPlaces.map((place) => {
        const isNamed = said(answers, actionField(place, "text")).trim() !== "";
        const due = isoOfText(said(answers, actionField(place, "due")));
        return [
          actionField(place, "due"),
          isNamed && due === undefined ? "Enter by when" : undefined,
        ];
      }),
    ),
  };
};

/** The answers as the record that is sent. */
export const toNote = (answers: NoteAnswers, { objectives }: VisitPage): NoteToSend => ({
  met: said(answers, "met")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== ""),
  seen: said(answers, "seen").trim(),
  progress: objectives.map(({ id: objective }) => {
    const standing = said(answers, standingField(objective));
    const text = said(answers, textField(objective)).trim();
    return { objective, standing: isStanding(standing) ? standing : "not-looked-at", text };
  }),
  actions: actionPlaces
    .filter((place) => said(answers, actionField(place, "text")).trim() !== "")
    .map((place) => ({
      text: said(answers, actionField(place, "text")).trim(),
      owner: said(answers, actionField(place, "owner")),
      due: isoOfText(said(answers, actionField(place, "due"))) ?? "",
    })),
  nextVisit: isoOfText(said(answers, "nextVisit")) ?? null,
});
