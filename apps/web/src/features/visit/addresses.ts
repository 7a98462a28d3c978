import { inArea } from "../../app/area.ts";

export const visitsAddress = (area: string): string => inArea(area, "/visits");
export const visitAddress = (area: string, id: string, act = ""): string =>
  inArea(area, `/visits/${id}${act === "" ? "" : `/${act}`}`);
export const workAddress = (area: string, deployment: string, below = ""): string =>
  inArea(area, `/deployments/${deployment}${below === "" ? "" : `/${below}`}`);
