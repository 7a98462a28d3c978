import type { CalendarEvent } from "../visit/calendar.ts";

/** A mail before it has a form: what it says, and the one thing to do, if there is one. */
export type Letter = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: Action;
  /** Another way to the same: for those who would rather sign in. */
  readonly also?: Action;
};

type Action = { readonly label: string; readonly address: string };

/** A mail ready to be sent, in both forms, with what a calendar should know of it. */
export type RenderedMail = {
  readonly event?: CalendarEvent;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

const foot = "Alongside – school-to-school support. This mail was sent because of your part in it.";

const escape = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (letter) =>
      ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[letter] ?? letter,
  );

/** Line breaks in a subject would begin headers of their own. */
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, " ");

const actionsOf = ({ action, also }: Letter): readonly Action[] =>
  [action, also].filter((each) => each !== undefined);

const toText = (letter: Letter): string =>
  [
    ...letter.paragraphs,
    ...actionsOf(letter).map(({ label, address }) => `${label}:\n${address}`),
    `-- \n${foot}`,
  ].join("\n\n");

const style = "font-family:Arial,sans-serif;font-size:16px;line-height:1.5;color:#12303a";

const toHtml = (letter: Letter): string =>
  [
    `<!doctype html><html lang="en-GB"><body style="${style}">`,
    ...letter.paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`),
    ...actionsOf(letter).map(
      ({ label, address }) =>
        `<p><a href="${escape(address)}">${escape(label)}</a><br>${escape(address)}</p>`,
    ),
    `<p style="font-size:14px;color:#4a6068">${foot}</p></body></html>`,
  ].join("\n");

/** Both forms of a letter; every word of it is text, whatever it holds. */
export const renderLetter = (letter: Letter): RenderedMail => ({
  subject: oneLine(letter.subject),
  text: toText(letter),
  html: toHtml(letter),
});
