import { inArea } from "../../app/area.ts";

export const needsAddress = (area: string): string => inArea(area, "/needs");
export const queueAddress = (area: string, search = ""): string => inArea(area, `/queue${search}`);
export const remindAddress = (area: string, search: string): string =>
  inArea(area, `/queue/remind${search}`);
export const needAddress = (area: string, id: string, below = ""): string =>
  inArea(area, `/needs/${id}${below}`);
export const stepAddress = (area: string, id: string, step: string): string =>
  needAddress(area, id, `/write/${step}`);
