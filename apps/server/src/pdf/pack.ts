import {
  boardSections,
  cellOf,
  figureIds,
  figureWords,
  findingOf,
  outcomeFinding,
  partWord,
  type FigureId,
  type ShownFigure,
} from "@alongside/domain/board";
import type { ShownPack } from "@alongside/usecases/meeting";
import { groundWords } from "../routes/meeting-list.ts";
import { markup, printedPage, type Html } from "./html.ts";
import { packChart } from "./pack-chart.ts";

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "long",
  timeZone: "Europe/London",
});
const timeFormat = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "Europe/London",
});
const toDay = (iso: string): string => dayFormat.format(new Date(iso));
const toMoment = (iso: string): string => timeFormat.format(new Date(iso));

const isFigureId = (id: string): id is FigureId => figureIds.some((each) => each === id);

const tableOf = (pack: ShownPack, figure: ShownFigure, id: FigureId): Html => markup`<table>
  <thead>
    <tr>
      <th scope="col">${figureWords[id].of}</th>
      ${figure.columns.map((column) => markup`<th scope="col" class="number">${partWord(column, pack)}</th>`)}
    </tr>
  </thead>
  <tbody>
    ${figure.rows.map(
      (row) => markup`<tr>
        <th scope="row">${partWord(row, pack)}</th>
        ${figure.columns.map((column) => markup`<td class="number">${cellOf(figure, row, column).text}</td>`)}
      </tr>`,
    )}
  </tbody>
</table>`;

const figureOf = (pack: ShownPack, id: FigureId): Html => {
  const figure = pack.figures.find((each) => each.id === id);
  if (figure === undefined || !isFigureId(figure.id)) return markup``;
  const finding = findingOf(id, figure, pack);
  return markup`<section class="figure">
    <p class="name">${figureWords[id].title}</p>
    <h3>${finding}</h3>
    <p class="quiet">${figureWords[id].definition}</p>
    ${packChart(figure, pack, finding)} ${tableOf(pack, figure, id)}
  </section>`;
};

const outcomes = (pack: ShownPack): Html =>
  markup`<h2>Outcomes against the baseline, beside schools alike</h2>
    <p>
      Indicative, not proof: support is not given by lot, and schools alike are alike in what is known of them.
    </p>
    ${
      pack.outcomes.length === 0
        ? [markup`<p>No published results lie on both sides of any support yet.</p>`]
        : [
            markup`<ul>
              ${pack.outcomes.map((outcome) => markup`<li>${outcomeFinding(outcome)}, from ${outcome.baselineYear} to ${outcome.afterYear}</li>`)}
            </ul>`,
          ]
    }`;

const carried = (pack: ShownPack): Html =>
  markup`<h2>Actions carried forward</h2>
    ${
      pack.carried.length === 0
        ? [markup`<p>None.</p>`]
        : [
            markup`<table>
              <thead>
                <tr>
                  <th scope="col">Action</th>
                  <th scope="col">Owner</th>
                  <th scope="col">Due</th>
                </tr>
              </thead>
              <tbody>
                ${pack.carried.map(
                  ({ text, owner, dueOn, isOverdue }) => markup`<tr>
                    <td>${text}</td>
                    <td>${owner}</td>
                    <td>${toDay(dueOn)}${isOverdue ? ": overdue" : ""}</td>
                  </tr>`,
                )}
              </tbody>
            </table>`,
          ]
    }`;

const decisions = (pack: ShownPack): Html =>
  markup`<h2>Decisions so far</h2>
    ${
      pack.decisions.length === 0
        ? [markup`<p>None.</p>`]
        : [
            markup`<table>
              <thead>
                <tr>
                  <th scope="col">Number</th>
                  <th scope="col">Decision</th>
                  <th scope="col">Reason</th>
                  <th scope="col">Rests on</th>
                </tr>
              </thead>
              <tbody>
                ${pack.decisions.map(
                  ({ number, on, text, reason, ground }) => markup`<tr>
                    <td>${number}, ${toDay(on)}</td>
                    <td>${text}</td>
                    <td>${reason}</td>
                    <td>${groundWords(ground)}</td>
                  </tr>`,
                )}
              </tbody>
            </table>`,
          ]
    }`;

const agenda = ({ meeting }: ShownPack): Html =>
  markup`<h2>Agenda</h2>
    <ol>
      ${meeting.agenda.map((item) => markup`<li>${item}</li>`)}
    </ol>`;

const bodyOf = (pack: ShownPack): Html =>
  markup`<h1>${pack.body}: pack for the meeting on ${toDay(pack.meeting.date)}</h1>
    <p>${pack.meeting.time}, ${pack.meeting.place}. For ${pack.remit}.</p>
    <p class="quiet">
      ${pack.area}. Version ${pack.number}, as it stood on ${toMoment(pack.frozenAt)}${pack.issuedAt === null ? ". Draft: not issued" : `, issued on ${toDay(pack.issuedAt)}`}.
      Figures are of the whole area. Numbers that are made of 1 to 5 schools or leaders are hidden, and so are those from
      which they could be worked out.
    </p>
    ${agenda(pack)} ${carried(pack)}
    ${boardSections.map(
      ({ title, figures }) =>
        markup`<h2>${title}</h2>
          ${figures.map((id) => figureOf(pack, id))}`,
    )}
    ${outcomes(pack)} ${decisions(pack)}
    <h2>Where this comes from</h2>
    <p>
      ${pack.register === null ? "" : `Schools: ${pack.register.source}, ${toDay(pack.register.asOf)}. `}Everything else was recorded in Alongside.
    </p>
    <p class="quiet">Fingerprint of this pack (SHA-256):</p>
    <p class="hash">${pack.hash}</p>
    <p class="quiet">Head of the audit chain when it was frozen, after ${pack.chain.events} events:</p>
    <p class="hash">${pack.chain.head}</p>`;

/** A board pack as a document to print: what was frozen, and nothing that is looked up now. */
export const packHtml = (pack: ShownPack): string =>
  printedPage({
    title: `${pack.body}, pack of ${toDay(pack.meeting.date)}, version ${pack.number}`,
    body: bodyOf(pack),
  });
