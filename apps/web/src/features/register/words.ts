import type { ImportKind, ImportState, PreviewHeading } from "@alongside/domain/register-import";

export const kindWords: Readonly<Record<ImportKind, string>> = {
  gias: "Schools",
  links: "Links between URNs",
  trusts: "Trusts",
  ofsted: "Ofsted inspections",
  outcomes: "Published outcomes",
};

/** What each file is, for whoever has to choose one. */
export const kindHints: Readonly<Record<ImportKind, string>> = {
  gias: "An extract of establishments: every school of your authority, open and closed",
  links: "Predecessors and successors, so that history follows a school through changes of URN",
  trusts: "All academies and the trusts that they are in, today and before",
  ofsted: "The latest inspection of each school, under all three frameworks",
  outcomes: "Key stage 2 results by school, or figures of authorities and of England",
};

export type WhereFrom = { readonly text: string; readonly site: string; readonly href: string };

const gias = {
  site: "Get Information about Schools, Downloads",
  href: "https://www.get-information-schools.service.gov.uk/Downloads",
};

/** Where the publishers keep each file, and its name there. */
export const kindSources: Readonly<Record<ImportKind, readonly WhereFrom[]>> = {
  gias: [{ ...gias, text: "‘Establishment fields CSV’ or ‘Open state-funded schools CSV’" }],
  links: [{ ...gias, text: "‘Establishment links CSV’" }],
  trusts: [{ ...gias, text: "‘Academy sponsor and trust links CSV’" }],
  ofsted: [
    {
      text: "‘State-funded schools inspections and outcomes: management information’, latest inspections, as CSV",
      site: "Ofsted, monthly management information",
      href: "https://www.gov.uk/government/statistical-data-sets/monthly-management-information-ofsteds-school-inspections-outcomes",
    },
  ],
  outcomes: [
    {
      text: "Key stage 2 results by school, as CSV",
      site: "Explore education statistics",
      href: "https://explore-education-statistics.service.gov.uk/",
    },
    {
      text: "Figures of authorities and of England, as CSV",
      site: "Local authority interactive tool (LAIT)",
      href: "https://www.gov.uk/government/publications/local-authority-interactive-tool-lait",
    },
  ],
};

export const stateWords: Readonly<Record<ImportState, string>> = {
  checked: "Waiting for you",
  confirmed: "Done",
  discarded: "Set aside",
};

export const stateColours = { checked: "amber", confirmed: "green", discarded: "grey" } as const;

type HeadingWords = { readonly title: string; readonly about: string; readonly detail: string };

/** What a heading of the preview says, and what its column of details holds. */
export const headingWords: Readonly<Record<PreviewHeading, HeadingWords>> = {
  opened: {
    title: "Opened",
    about: "Schools that the register does not have yet.",
    detail: "",
  },
  closed: {
    title: "Closed",
    about: "Schools that were open and that the file says are closed.",
    detail: "Closed on",
  },
  renamed: { title: "Renamed", about: "The same URN under another name.", detail: "Names" },
  "moved-trust": {
    title: "Moved trust",
    about: "Schools that join, leave or change their trust.",
    detail: "Trusts",
  },
  academised: {
    title: "Became academies",
    about: "Schools that became academies, whether under the same URN or a new one.",
    detail: "Before",
  },
  "other-change": {
    title: "Other changes",
    about: "Schools of which some other value changes.",
    detail: "What changes",
  },
  "not-in-file": {
    title: "Not in the file",
    about: "Open schools of the register that the file does not name. They stay as they are.",
    detail: "",
  },
};
