import type { NeedPage } from "./data.ts";

/** What can be done to a need on a page of its own; the words of its link and its heading. */
export const actWords = {
  triage: { link: "Put it into a band", title: "Put it into a band" },
  band: { link: "Change the band", title: "Change the band" },
  question: { link: "Ask for more", title: "Ask for more" },
  answer: { link: "Answer the question", title: "Answer the question" },
  hold: { link: "Put it on hold", title: "Put it on hold" },
  resume: { link: "Take it up again", title: "Take it up again" },
  close: { link: "Close it", title: "Close the need" },
  withdraw: { link: "Withdraw it", title: "Withdraw the need" },
  reopen: { link: "Reopen it", title: "Reopen the need" },
} as const satisfies Readonly<Record<string, { readonly link: string; readonly title: string }>>;
export type Act = keyof typeof actWords;

const order = [
  "answer",
  "triage",
  "resume",
  "question",
  "band",
  "hold",
  "close",
  "withdraw",
  "reopen",
] as const satisfies readonly Act[];

/** What the person at the screen may do now, the most likely first. A head withdraws; a coordinator closes. */
export const actsOn = ({ may, audience }: NeedPage): readonly Act[] =>
  order.filter(
    (act) => may[act] && !(act === "withdraw" && may.close && audience !== "own-school"),
  );

const forward: readonly Act[] = ["answer", "triage", "resume", "reopen"];

/** Whether an act takes the need a step on, so that its button may lead the row. */
export const isForward = (act: Act): boolean => forward.includes(act);

export const isAct = (text: string | undefined): text is Act => order.some((act) => act === text);
