/** Text that stays text inside HTML. */
export type Html = { readonly html: string };

const escape = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (letter) =>
      ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[letter] ?? letter,
  );

type Part = string | number | Html | readonly Html[];

const toHtml = (part: Part): string => {
  if (typeof part === "string" || typeof part === "number") return escape(String(part));
  return "html" in part ? part.html : part.map(({ html }) => html).join("");
};

/** Puts values into HTML: whatever they hold is text, unless it was made by this function itself. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings.map((string, place) => string + toHtml(parts[place] ?? "")).join(""),
});

const style = `
  @page { size: A4; margin: 18mm 18mm 20mm; @bottom-right { content: counter(page) " of " counter(pages); font: 9pt Arial, sans-serif; color: #4d6068; } }
  body { font: 10.5pt/1.45 Arial, sans-serif; color: #1b2d34; margin: 0; }
  h1 { font-size: 20pt; line-height: 1.2; color: #0f3d44; margin: 0 0 4pt; }
  h2 { font-size: 13pt; color: #0f3d44; margin: 18pt 0 6pt; break-after: avoid; }
  h3 { font-size: 11pt; margin: 12pt 0 4pt; break-after: avoid; }
  p { margin: 0 0 6pt; }
  .words { white-space: pre-line; }
  .quiet { color: #4d6068; }
  .hash { font-family: monospace; font-size: 8.5pt; overflow-wrap: anywhere; }
  table { border-collapse: collapse; width: 100%; margin: 0 0 8pt; }
  th, td { text-align: left; font-weight: normal; vertical-align: top; padding: 4pt 8pt 4pt 0; border-bottom: 0.5pt solid #9cb0b0; }
  thead th { font-weight: bold; }
  tr { break-inside: avoid; }
  ul, ol { margin: 0 0 8pt; padding-left: 16pt; }
  .figure { margin: 0 0 14pt; }
  .figure .name { margin: 10pt 0 0; font-size: 9pt; color: #4d6068; break-after: avoid; }
  .figure h3 { margin-top: 0; }
  .chart { display: block; width: 100%; max-width: 150mm; margin: 4pt 0 8pt; break-inside: avoid; font: 11px Arial, sans-serif; fill: #1b2d34; }
  th.number, td.number { text-align: right; }
`;

/** A whole document to print. Nothing in it runs, and it asks for nothing. */
export const printedPage = (page: { readonly title: string; readonly body: Html }): string =>
  markup`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="content-security-policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <title>${page.title}</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        ${page.body}
      </body>
    </html>`.html;
