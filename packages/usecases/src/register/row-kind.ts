import type { RegisterRow, RowTable } from "@alongside/db/stores/register-row";
import type {
  AreaIndicator,
  InspectionRecord,
  Ks2Outcome,
  SchoolLink,
  TrustMembership,
  Urn,
} from "@alongside/domain/school";
import {
  openKs2,
  openLait,
  openLinks,
  openOfsted,
  openTrusts,
  type OpenedFile,
  type RefusedFile,
} from "@alongside/register";

/** How one kind of file becomes rows of one table. */
export type RowKind<Value> = {
  readonly table: RowTable;
  readonly open: (bytes: Buffer) => Promise<OpenedFile<Value> | RefusedFile>;
  /** The schools that a line is about; none when it is about an authority. */
  readonly urnsOf: (value: Value) => readonly Urn[];
  readonly toRows: (value: Value) => readonly RegisterRow[];
};

const figureOf = (figure: Ks2Outcome["percentage"]) =>
  figure.kind === "stated"
    ? { value: figure.value, absence: null }
    : { value: null, absence: figure.reason };

export const linkKind: RowKind<SchoolLink> = {
  table: "links",
  open: (bytes) => openLinks(bytes),
  urnsOf: ({ urn, linkUrn }) => [urn, linkUrn],
  toRows: (link) => [link],
};

export const trustKind: RowKind<TrustMembership> = {
  table: "trusts",
  open: (bytes) => openTrusts(bytes),
  urnsOf: ({ urn }) => [urn],
  toRows: ({ joinedDate, laCode: _laCode, ...membership }) => [
    { ...membership, current: membership.current ? 1 : 0, joined: joinedDate ?? "" },
  ],
};

const inspectionRows = (record: InspectionRecord): readonly RegisterRow[] => {
  const { urn, latestDate, overall, judgements, reportCard } = record;
  return [
    ...(overall === null || latestDate === null
      ? []
      : [{ urn, framework: "overall", inspectedOn: latestDate, grades: { overall } }]),
    ...(judgements === null || latestDate === null
      ? []
      : [{ urn, framework: "judgements", inspectedOn: latestDate, grades: judgements }]),
    ...(reportCard === null
      ? []
      : [
          {
            urn,
            framework: "report-card",
            inspectedOn: reportCard.date,
            grades: {
              safeguarding: reportCard.safeguarding,
              concern: reportCard.concern,
              ...reportCard.areas,
            },
          },
        ]),
  ];
};

export const inspectionKind: RowKind<InspectionRecord> = {
  table: "inspections",
  open: (bytes) => openOfsted(bytes),
  urnsOf: ({ urn }) => [urn],
  toRows: inspectionRows,
};

/** The code under which the register keeps the panel's measure, as the measure catalogue names it. */
export const ks2Measure = "ks2-rwm-expected";

export const ks2Kind: RowKind<Ks2Outcome> = {
  table: "outcomes",
  open: (bytes) => openKs2(bytes),
  urnsOf: ({ urn }) => [urn],
  toRows: ({ urn, year, percentage, pupils, fromUrn }) => [
    {
      urn,
      measure: ks2Measure,
      year,
      ...figureOf(percentage),
      pupils: pupils.kind === "stated" ? pupils.value : null,
      fromUrn,
    },
  ],
};

export const areaIndicatorKind: RowKind<AreaIndicator> = {
  table: "areaOutcomes",
  open: (bytes) => openLait(bytes),
  urnsOf: () => [],
  toRows: ({ areaKind, areaCode, areaName, title, indicator, period, endYear, figure }) => [
    {
      areaKind,
      areaCode,
      areaName,
      title,
      measure: indicator,
      year: endYear,
      period,
      ...figureOf(figure),
    },
  ],
};
