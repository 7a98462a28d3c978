import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { useAreaSlug } from "../../app/area.ts";
import { api } from "../../lib/api.ts";

/** What the server has of the partnership's set-up: one query each, all forgotten after any change. */
const root = "partnership";

const usePart = <Value>(key: () => readonly string[], ask: (area: string) => Promise<Value>) => {
  const slug = useAreaSlug();
  return useQuery(() => ({ queryKey: [root, slug(), ...key()], queryFn: () => ask(slug()) }));
};

export const useSetUp = () =>
  usePart(
    () => ["set-up"],
    (area) => api.area.setUp.query({ area }),
  );

export const useTerms = () =>
  usePart(
    () => ["terms"],
    (area) => api.term.list.query({ area }),
  );

export const useYear = (academicYear: () => string) =>
  usePart(
    () => ["year", academicYear()],
    (area) => api.term.year.query({ area, academicYear: academicYear() }),
  );

export const useZones = () =>
  usePart(
    () => ["zones"],
    (area) => api.zone.list.query({ area }),
  );

export const useZone = (zoneId: () => string) =>
  usePart(
    () => ["zone", zoneId()],
    (area) => api.zone.get.query({ area, zoneId: zoneId() }),
  );

export const useCandidates = () =>
  usePart(
    () => ["candidates"],
    (area) => api.zone.candidates.query({ area }),
  );

export const usePlaceable = () =>
  usePart(
    () => ["placeable"],
    (area) => api.zone.placeable.query({ area }),
  );

export const useCodeLists = () =>
  usePart(
    () => ["code-lists"],
    (area) => api.codeList.list.query({ area }),
  );

export const useCodeList = (list: () => string) =>
  usePart(
    () => ["code-list", list()],
    (area) => api.codeList.get.query({ area, list: list() }),
  );

export const useRates = () =>
  usePart(
    () => ["rates"],
    (area) => api.rate.list.query({ area }),
  );

export const useWeights = () =>
  usePart(
    () => ["weights"],
    (area) => api.weight.get.query({ area }),
  );

export const useEveryArea = () =>
  useQuery(() => ({ queryKey: [root, "every-area"], queryFn: () => api.area.every.query() }));

export type Zone = Awaited<ReturnType<typeof api.zone.get.query>>;
export type ZoneLine = Awaited<ReturnType<typeof api.zone.list.query>>["zones"][number];
export type PlaceableSchool = Awaited<ReturnType<typeof api.zone.placeable.query>>[number];
export type CodeList = Awaited<ReturnType<typeof api.codeList.get.query>>;
export type CodeEntry = CodeList["entries"][number];
export type Rate = Awaited<ReturnType<typeof api.rate.list.query>>[number];
export type EveryArea = Awaited<ReturnType<typeof api.area.every.query>>;

/** Forgets what was read, so that every page shows the change. */
export const useRefresh = () => {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: [root] });
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== root });
  };
};
