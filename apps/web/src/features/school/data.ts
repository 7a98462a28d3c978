import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { api } from "../../lib/api.ts";

export type SchoolQuestion = Parameters<typeof api.school.list.query>[0];

export const useSchools = (question: () => SchoolQuestion) =>
  useQuery(() => ({
    queryKey: ["schools", question()],
    queryFn: () => api.school.list.query(question()),
    placeholderData: keepPreviousData,
  }));
