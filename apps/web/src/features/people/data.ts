import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/solid-query";
import { api } from "../../lib/api.ts";

export type PeopleQuestion = Parameters<typeof api.person.list.query>[0];
export type PersonLine = Awaited<ReturnType<typeof api.person.list.query>>["people"][number];
export type OnePerson = Awaited<ReturnType<typeof api.person.get.query>>;
export type Invited = Awaited<ReturnType<typeof api.invitation.list.query>>[number];
export type AccessLine = Awaited<ReturnType<typeof api.person.accessLog.query>>["lines"][number];
export type Choices = Awaited<ReturnType<typeof api.person.choices.query>>;

const root = "people";

export const usePeople = (question: () => PeopleQuestion) =>
  useQuery(() => ({
    queryKey: [root, "list", question()],
    queryFn: () => api.person.list.query(question()),
    placeholderData: keepPreviousData,
  }));

export const usePerson = (given: () => { readonly area: string; readonly personId: string }) =>
  useQuery(() => ({
    queryKey: [root, "one", given()],
    queryFn: () => api.person.get.query(given()),
  }));

export const useInvitations = (area: () => string) =>
  useQuery(() => ({
    queryKey: [root, "invitations", area()],
    queryFn: () => api.invitation.list.query({ area: area() }),
  }));

export const useChoices = (area: () => string) =>
  useQuery(() => ({
    queryKey: [root, "choices", area()],
    queryFn: () => api.person.choices.query({ area: area() }),
  }));

export const useZoneChoices = (area: () => string) =>
  useQuery(() => ({
    queryKey: [root, "zones", area()],
    queryFn: () => api.school.choices.query({ area: area() }),
    staleTime: 60_000,
  }));

export const useOrganisationChoices = (area: () => string) =>
  useQuery(() => ({
    queryKey: [root, "organisations", area()],
    queryFn: () => api.organisation.choices.query({ area: area() }),
    staleTime: 60_000,
  }));

export const useAccessLog = (question: () => Parameters<typeof api.person.accessLog.query>[0]) =>
  useQuery(() => ({
    queryKey: [root, "access", question()],
    queryFn: () => api.person.accessLog.query(question()),
  }));

/** Forgets what was read of people, so that every page shows the change. */
export const usePeopleRefresh = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [root] });
};
