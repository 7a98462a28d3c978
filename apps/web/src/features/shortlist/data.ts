import { useQuery } from "@tanstack/solid-query";
import { api } from "../../lib/api.ts";

export type Shortlist = Awaited<ReturnType<typeof api.shortlist.get.query>>;
export type Candidate = Shortlist["ranked"][number];
type Question = Parameters<typeof api.shortlist.get.query>[0];

export const useShortlist = (question: () => Question) =>
  useQuery(() => ({
    queryKey: ["shortlist", question()],
    queryFn: () => api.shortlist.get.query(question()),
  }));
