import { inArea } from "../../app/area.ts";

export const capacityAddress = (area: string, search = ""): string =>
  inArea(area, `/capacity${search}`);

export const supplyMapAddress = (area: string): string => inArea(area, "/capacity/map");

export const leaderAddress = (area: string, personId: string): string =>
  inArea(area, `/leaders/${personId}`);

export const statementAddress = (area: string, personId: string): string =>
  `${leaderAddress(area, personId)}/statement`;

export const designationsAddress = (area: string, personId: string): string =>
  `${leaderAddress(area, personId)}/designations`;

export const editorAddress = (area: string, personId: string, termId: string): string =>
  `${leaderAddress(area, personId)}/capacity/${termId}`;

export const releaseAddress = (area: string, personId: string, lineId: string): string =>
  `${leaderAddress(area, personId)}/release/${lineId}`;

export const reviewsAddress = (area: string): string => inArea(area, "/leaders/reviews");

/** The list of this address as a file. */
export const capacityFile = (area: string, search: string): string =>
  `/files/areas/${area}/capacity.csv${search}`;

export const statementFile = (area: string, personId: string): string =>
  `/files/areas/${area}/leaders/${personId}/statement.csv`;

export const homeFile = (area: string, urn: number): string =>
  `/files/areas/${area}/schools/${urn}/days.csv`;

export const trackRecordAddress = (area: string, personId: string): string =>
  inArea(area, `/leaders/${personId}/track-record`);
