import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { api } from "../../lib/api.ts";

export type SchoolQuestion = Parameters<typeof api.school.list.query>[0];
export type SchoolChoices = Awaited<ReturnType<typeof api.school.choices.query>>;
export type SchoolLine = Awaited<ReturnType<typeof api.school.list.query>>["schools"][number];
export type SchoolPlaces = Awaited<ReturnType<typeof api.school.places.query>>;
export type SchoolPage = Awaited<ReturnType<typeof api.school.get.query>>;
export type ShownInspection = SchoolPage["inspections"][number];
export type ShownOutcome = SchoolPage["outcomes"][number];

export const useSchools = (question: () => SchoolQuestion) =>
  useQuery(() => ({
    queryKey: ["school", "list", question()],
    queryFn: () => api.school.list.query(question()),
    placeholderData: keepPreviousData,
  }));

/** Every school that the filters leave, for the map. */
export const useSchoolPlaces = (question: () => Omit<SchoolQuestion, "offset" | "limit">) =>
  useQuery(() => ({
    queryKey: ["school", "places", question()],
    queryFn: () => api.school.places.query(question()),
    placeholderData: keepPreviousData,
  }));

export const useSchoolChoices = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["school", "choices", area()],
    queryFn: () => api.school.choices.query({ area: area() }),
    staleTime: 60_000,
  }));

export const useAreaShapes = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["school", "shapes", area()],
    queryFn: () => api.school.shapes.query({ area: area() }),
    staleTime: 60_000,
  }));

export const useSchool = (given: () => { readonly area: string; readonly urn: number }) =>
  useQuery(() => ({
    queryKey: ["school", "one", given()],
    queryFn: () => api.school.get.query(given()),
  }));
