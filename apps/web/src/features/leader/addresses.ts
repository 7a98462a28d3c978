import { designationsAddress } from "../capacity/addresses.ts";

export const newDesignationAddress = (area: string, personId: string): string =>
  `${designationsAddress(area, personId)}/new`;

export const stepAddress = (area: string, personId: string, id: string): string =>
  `${designationsAddress(area, personId)}/${id}`;
