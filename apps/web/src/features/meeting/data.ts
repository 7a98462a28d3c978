import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { api, submitting } from "../../lib/api.ts";

export type BoardList = Awaited<ReturnType<typeof api.meeting.bodies.query>>;
export type BodyPage = Awaited<ReturnType<typeof api.meeting.body.query>>;
export type MeetingPage = Awaited<ReturnType<typeof api.meeting.get.query>>;
type ActionList = Awaited<ReturnType<typeof api.meeting.actions.query>>;
export type ActionLine = ActionList["actions"][number];
export type BoardChoices = Awaited<ReturnType<typeof api.meeting.choices.query>>;
export type Pack = Awaited<ReturnType<typeof api.meeting.pack.query>>;

type Named = { readonly area: string; readonly id: string };

export const useBodies = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["meeting", "bodies", area()],
    queryFn: () => api.meeting.bodies.query({ area: area() }),
  }));

export const useBody = (given: () => Named) =>
  useQuery(() => ({
    queryKey: ["meeting", "body", given()],
    queryFn: () => api.meeting.body.query(given()),
  }));

export const useBoardChoices = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["meeting", "choices", area()],
    queryFn: () => api.meeting.choices.query({ area: area() }),
  }));

export const useMeeting = (given: () => Named) =>
  useQuery(() => ({
    queryKey: ["meeting", "one", given()],
    queryFn: () => api.meeting.get.query(given()),
  }));

export const useActions = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["meeting", "actions", area()],
    queryFn: () => api.meeting.actions.query({ area: area() }),
  }));

export const useDecisions = (area: () => string) =>
  useQuery(() => ({
    queryKey: ["meeting", "decisions", area()],
    queryFn: () => api.meeting.decisions.query({ area: area() }),
  }));

export const usePack = (given: () => Named & { readonly number: number }) =>
  useQuery(() => ({
    queryKey: ["meeting", "pack", given()],
    queryFn: () => api.meeting.pack.query(given()),
  }));

const moved = ["meeting", "board", "home"];

/** Does something about boards, then has everything that hangs on them asked for anew: also after a refusal. */
export const useMeetingAct = () => {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>) => {
    const outcome = await submitting(work);
    await Promise.all(moved.map((key) => client.invalidateQueries({ queryKey: [key] })));
    return outcome;
  };
};
