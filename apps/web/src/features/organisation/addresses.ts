import { inArea } from "../../app/area.ts";

export const organisationsAddress = (area: string): string => inArea(area, "/set-up/organisations");

export const organisationAddress = (area: string, id: string): string =>
  inArea(area, `/organisations/${id}`);

export const editOrganisationAddress = (area: string, id: string): string =>
  `${organisationsAddress(area)}/${id}`;
