import { toPounds } from "@alongside/domain/partnership";
import type { getDeployment } from "@alongside/usecases/deployment";
import { markup, printedPage, type Html } from "./html.ts";

type Page = Awaited<ReturnType<typeof getDeployment>>;
type Version = Page["versions"][number];
type Terms = NonNullable<Version["terms"]>;

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

const toDays = (halfDays: number): string => (halfDays === 2 ? "1 day" : `${halfDays / 2} days`);

const toFigure = (value: number, unit: string): string =>
  unit === "%" ? `${value}%` : `${value} ${unit}`;

const stateWords: Readonly<Record<Version["state"], string>> = {
  issued: "Out for signature: not in force",
  "in-force": "In force",
  past: "Replaced by a later version",
  "taken-back": "Taken back: never in force",
};

const parts = [
  ["supported-head", "Head of the supported school"],
  ["leader", "Leader"],
  ["home-school-head", "Head of the home school"],
] as const;

const objectiveRow = ({ text, measure, baseline, target }: Terms["objectives"][number]): Html =>
  markup`<tr>
    <td>${text}</td>
    <td>${measure.label} (${measure.direction === "up" ? "more" : "less"} is better)</td>
    <td>
      ${toFigure(baseline.value, measure.unit)} on ${toDay(baseline.date)}, from ${baseline.source}
    </td>
    <td>${toFigure(target.value, measure.unit)} by ${toDay(target.by)}</td>
  </tr>`;

const fundingRow = (page: Page, line: Terms["cost"]["lines"][number]): Html => {
  const payer = page.sources.find(({ code }) => code === line.source)?.label ?? line.source;
  return markup`<tr>
    <td>${payer}</td>
    <td>${toDays(line.halfDays)}</td>
    <td class="number">${toPounds(line.pencePerDay)}</td>
    <td class="number">${toPounds(line.pence)}</td>
    <td class="number">${toPounds(line.brokeragePence)} (${line.brokerageShare}%)</td>
  </tr>`;
};

const words = (title: string, text: string): Html =>
  markup`<h2>${title}</h2>
    <p class="words">${text}</p>`;

const signatureRow = (version: Version, [part, label]: (typeof parts)[number]): Html => {
  const given = version.signatures.find(({ signatory }) => signatory === part);
  if (given === undefined)
    return markup`<tr>
      <td>${label}</td>
      <td>Not signed</td>
      <td></td>
    </tr>`;
  const behalf =
    given.onBehalf === null
      ? markup``
      : markup`<br /><span class="quiet">On behalf of that side: ${given.onBehalf}</span>`;
  return markup`<tr>
    <td>${label}</td>
    <td>${given.typedName.trim()}${behalf}</td>
    <td>${timeFormat.format(new Date(given.signedAt))}</td>
  </tr>`;
};

const bodyOf = (page: Page, version: Version, terms: Terms): Html =>
  markup` <h1>Agreement on support</h1>
    <p>${page.leader.name} (${page.kind}, ${page.leader.homeSchool}) for ${page.school}</p>
    <p class="quiet">
      ${page.need.reference ?? ""} Version ${version.number}, sent out on
      ${toDay(version.issuedAt)}. ${stateWords[version.state]}.
    </p>
    <h2>What should change</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Objective</th>
          <th scope="col">Measure</th>
          <th scope="col">Now</th>
          <th scope="col">To reach</th>
        </tr>
      </thead>
      <tbody>
        ${terms.objectives.map(objectiveRow)}
      </tbody>
    </table>
    <h2>Days</h2>
    <p>${toDays(terms.halfDays)}, from ${toDay(terms.from)} to ${toDay(terms.to)}</p>
    <p class="words">${terms.pattern}</p>
    ${words("Roles", terms.roles)} ${words("Confidentiality", terms.confidentiality)}
    <h2>Who pays</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Who pays</th>
          <th scope="col">Days</th>
          <th scope="col" class="number">A day</th>
          <th scope="col" class="number">Cost</th>
          <th scope="col" class="number">For brokering</th>
        </tr>
      </thead>
      <tbody>
        ${terms.cost.lines.map((line) => fundingRow(page, line))}
      </tbody>
    </table>
    <p>
      ${toPounds(terms.cost.pence)} in all, of which ${toPounds(terms.cost.brokeragePence)} pays for
      brokering.
    </p>
    ${words("What happens afterwards", terms.exitStrategy)}
    <h2>Signatures</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Name</th>
          <th scope="col">Signed</th>
        </tr>
      </thead>
      <tbody>
        ${parts.map((part) => signatureRow(version, part))}
      </tbody>
    </table>
    <p class="quiet">Each signed exactly these words. Their fingerprint (SHA-256):</p>
    <p class="hash">${version.hash}</p>`;

/** One version of an agreement as a document to print, with who has signed it; undefined where there is no such version. */
export const agreementHtml = (page: Page, number: number): string | undefined => {
  const version = page.versions.find((each) => each.number === number);
  if (version?.terms === null || version === undefined) return undefined;
  const title = `Agreement on support, version ${number}: ${page.leader.name} for ${page.school}`;
  return printedPage({ title, body: bodyOf(page, version, version.terms) });
};
