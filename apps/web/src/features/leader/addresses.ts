import { inArea } from "../../app/area.ts";
import { designationsAddress } from "../capacity/addresses.ts";

export const newLeaderAddress = (area: string): string => inArea(area, "/leaders/new");

export const newDesignationAddress = (area: string, personId: string): string =>
  `${designationsAddress(area, personId)}/new`;

export const stepAddress = (area: string, personId: string, id: string): string =>
  `${designationsAddress(area, personId)}/${id}`;
