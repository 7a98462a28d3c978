import type {
  AbsenceReason,
  LinkManner,
  Phase,
  SchoolStatus,
  Setting,
} from "@alongside/domain/school";

export const phaseWords: Readonly<Record<Phase, string>> = {
  nursery: "Nursery",
  primary: "Primary",
  "middle-deemed-primary": "Middle, deemed primary",
  secondary: "Secondary",
  "middle-deemed-secondary": "Middle, deemed secondary",
  "16-plus": "16 plus",
  "all-through": "All-through",
  "not-applicable": "Special, PRU or other",
};

export const statusWords: Readonly<Record<SchoolStatus, string>> = {
  open: "Open",
  "proposed-to-close": "Proposed to close",
  closed: "Closed",
  "proposed-to-open": "Proposed to open",
};

export const settingWords: Readonly<Record<Setting, string>> = {
  mainstream: "Mainstream",
  special: "Special",
  pru: "Pupil referral unit",
  "alternative-provision": "Alternative provision",
  other: "Other",
};

/** Why there is no figure, as it stands in the place of one. */
export const absenceWords: Readonly<Record<AbsenceReason, string>> = {
  blank: "left blank by the publisher",
  suppressed: "withheld: too few pupils",
  "no-entries": "no pupils entered",
  "not-published": "not published",
  "low-coverage": "withheld: too few results came in",
  "not-applicable": "does not apply",
  "not-available": "not available",
};

export const mannerWords: Readonly<Record<LinkManner, string>> = {
  plain: "carried on as",
  merged: "merged into",
  amalgamated: "was amalgamated into",
  split: "was split into",
  other: "became",
};

/** Ofsted's words for its grades, of all three frameworks; each framework uses its own. */
const gradeWords: Readonly<Record<string, string>> = {
  outstanding: "Outstanding",
  good: "Good",
  "requires-improvement": "Requires improvement",
  inadequate: "Inadequate",
  exceptional: "Exceptional",
  strong: "Strong standard",
  expected: "Expected standard",
  "needs-attention": "Needs attention",
  urgent: "Urgent improvement",
  met: "Met",
  "not-met": "Not met",
  "special-measures": "Special measures",
  "requires-significant-improvement": "Requires significant improvement",
};

export const toGradeWords = (grade: string): string => gradeWords[grade] ?? grade;

const judgementWords: Readonly<Record<string, string>> = {
  overall: "Overall effectiveness",
  education: "Quality of education",
  behaviour: "Behaviour and attitudes",
  personalDevelopment: "Personal development",
  leadership: "Leadership and management",
  earlyYears: "Early years",
  sixthForm: "Sixth form",
};

const cardWords: Readonly<Record<string, string>> = {
  safeguarding: "Safeguarding",
  concern: "Category of concern",
  inclusion: "Inclusion",
  curriculum: "Curriculum and teaching",
  achievement: "Achievement",
  behaviour: "Attendance and behaviour",
  personalDevelopment: "Personal development and well-being",
  earlyYears: "Early years",
  postSixteen: "Post-16 provision",
  leadership: "Leadership and governance",
};

/** What a framework calls one of its judgements. */
export const toJudgementWords = (framework: string, judgement: string): string =>
  (framework === "report-card" ? cardWords : judgementWords)[judgement] ?? judgement;

const fieldWords: Readonly<Record<string, string>> = {
  name: "name",
  status: "status",
  phase: "phase",
  setting: "setting",
  type: "type",
  typeGroup: "type group",
  establishmentNumber: "establishment number",
  laCode: "local authority code",
  laName: "local authority",
  openReason: "reason for opening",
  openDate: "opening date",
  closeReason: "reason for closing",
  closeDate: "closing date",
  lowAge: "lowest age",
  highAge: "highest age",
  sixthForm: "sixth form",
  religiousCharacter: "religious character",
  admissionsPolicy: "admissions policy",
  ukprn: "UKPRN",
  address3: "address",
  urbanRural: "urban or rural",
  pupils: "number of pupils",
  capacity: "capacity",
  percentageFsm: "share of free-meals pupils",
  trustCode: "trust code",
  trustName: "trust",
};

/** A column of the register in everyday words. */
export const toFieldWords = (field: string): string => fieldWords[field] ?? field;

const groupTypeWords: Readonly<Record<string, string>> = {
  "multi-academy-trust": "Multi-academy trust",
  "single-academy-trust": "Single-academy trust",
  "secure-single-academy-trust": "Secure single-academy trust",
  sponsor: "Sponsor",
  federation: "Federation",
  other: "Group",
};

export const toGroupTypeWords = (type: string): string => groupTypeWords[type] ?? type;

const keptSmall = new Set(["of", "and", "the", "for", "in", "with", "at"]);
const keptTall = new Set(["MAT", "CE", "RC", "UK"]);

/** The register shouts some trusts' names; read aloud or in a list they are words like others. */
export const toCalmName = (name: string): string =>
  name !== name.toUpperCase()
    ? name
    : name
        .toLowerCase()
        .replace(/[a-z][a-z'’]*/g, (word, at: number) =>
          keptTall.has(word.toUpperCase())
            ? word.toUpperCase()
            : at > 0 && keptSmall.has(word)
              ? word
              : word.charAt(0).toUpperCase() + word.slice(1),
        );
