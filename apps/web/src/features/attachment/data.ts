import { useQuery, useQueryClient } from "@tanstack/solid-query";
import type { Refusal } from "@alongside/domain/refusal";
import { api } from "../../lib/api.ts";
import type { SubmitOutcome } from "../../ui/index.ts";

type OfNeed = { readonly area: string; readonly needId: string };

export type Files = Awaited<ReturnType<typeof api.attachment.list.query>>;
export type AttachedFile = Files["files"][number];

export const useFiles = (given: () => OfNeed) =>
  useQuery(() => ({
    queryKey: ["attachment", given()],
    queryFn: () => api.attachment.list.query(given()),
  }));

const folderOf = ({ area, needId }: OfNeed): string => `/files/areas/${area}/needs/${needId}/files`;

export const fileAddress = (need: OfNeed, id: string): string => `${folderOf(need)}/${id}`;

const unreachable =
  "The server could not be reached. Nothing was lost: check your connection and try again.";

/** What a refusal says; the server is our own, of the same version. */
const refusalIn = async (answer: Response): Promise<Refusal | undefined> => {
  const body = (await answer.json().catch(() => ({}))) as { readonly refusal?: Refusal };
  return body.refusal;
};

const outcomeOf = async (answer: Response): Promise<SubmitOutcome> => {
  if (answer.ok) return { done: true };
  const refusal = await refusalIn(answer);
  if (refusal === undefined) {
    return { done: false, message: "Something went wrong on our side and nothing was changed." };
  }
  const { sentenceFor } = await import("../../lib/refusal-words.ts");
  return { done: false, message: sentenceFor(refusal) };
};

const send = async (address: string, body: File | string): Promise<SubmitOutcome> => {
  try {
    return await outcomeOf(await fetch(address, { method: "POST", body }));
  } catch {
    return { done: false, message: unreachable };
  }
};

/** Attaches and removes files, then has the list and the need's record asked for anew. */
export const useFileAct = () => {
  const client = useQueryClient();
  const after = async (outcome: SubmitOutcome): Promise<SubmitOutcome> => {
    await client.invalidateQueries({ queryKey: ["attachment"] });
    await client.invalidateQueries({ queryKey: ["need"] });
    return outcome;
  };
  return {
    attach: async (need: OfNeed, file: File) =>
      after(await send(`${folderOf(need)}?name=${encodeURIComponent(file.name)}`, file)),
    remove: async (need: OfNeed, given: { readonly id: string; readonly reason: string }) =>
      after(
        await send(
          `${fileAddress(need, given.id)}/remove`,
          JSON.stringify({ reason: given.reason }),
        ),
      ),
  };
};
