/** A mail before it has a form: what it says, and the one thing to do, if there is one. */
export type Letter = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly address: string };
};

/** A mail ready to be sent, in both forms. */
export type RenderedMail = {
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

const toText = ({ paragraphs, action }: Letter): string =>
  [
    ...paragraphs,
    ...(action === undefined ? [] : [`${action.label}:\n${action.address}`]),
    `-- \n${foot}`,
  ].join("\n\n");

const style = "font-family:Arial,sans-serif;font-size:16px;line-height:1.5;color:#12303a";

const toHtml = ({ paragraphs, action }: Letter): string =>
  [
    `<!doctype html><html lang="en-GB"><body style="${style}">`,
    ...paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`),
    ...(action === undefined
      ? []
      : [
          `<p><a href="${escape(action.address)}">${escape(action.label)}</a><br>${escape(action.address)}</p>`,
        ]),
    `<p style="font-size:14px;color:#4a6068">${foot}</p></body></html>`,
  ].join("\n");

/** Both forms of a letter; every word of it is text, whatever it holds. */
export const renderLetter = (letter: Letter): RenderedMail => ({
  subject: oneLine(letter.subject),
  text: toText(letter),
  html: toHtml(letter),
});
