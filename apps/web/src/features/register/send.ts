import type { Refusal } from "@alongside/domain/refusal";

/** How far the server has read: lines gone through, of lines in all. */
export type HowFar = { readonly linesRead: number; readonly lines: number };

export type Answer =
  | { readonly kind: "done"; readonly id: number }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "too-large" }
  | { readonly kind: "fault" };

type Line = Partial<HowFar> & {
  readonly done?: { readonly id: number };
  readonly refusal?: Refusal;
};

/** One line as the server wrote it: the server is our own, of the same version. */
const toLine = (text: string): Line => JSON.parse(text) as Line;

const isHowFar = (line: Line): line is HowFar =>
  line.linesRead !== undefined && line.lines !== undefined;

const answerOf = (line: Line): Answer | undefined => {
  if (line.done !== undefined) return { kind: "done", id: line.done.id };
  if (line.refusal !== undefined) return { kind: "refused", refusal: line.refusal };
  return isHowFar(line) ? undefined : { kind: "fault" };
};

const linesOf = async function* (body: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    const parts = (rest + decoder.decode(value, { stream: !done })).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) if (part !== "") yield toLine(part);
    if (done) return;
  }
};

const readAnswer = async (response: Response, tell: (far: HowFar) => void): Promise<Answer> => {
  if (response.status === 413) return { kind: "too-large" };
  if (!response.ok || response.body === null) return { kind: "fault" };
  let answer: Answer = { kind: "fault" };
  for await (const line of linesOf(response.body)) {
    if (isHowFar(line)) tell(line);
    answer = answerOf(line) ?? answer;
  }
  return answer;
};

/**
 * Sends a file, or the word to go ahead with one, and reads what the server answers line by line. Never throws: a
 * connection that breaks is a fault like others.
 */
export const send = async (
  address: string,
  body: File | undefined,
  tell: (far: HowFar) => void,
): Promise<Answer> => {
  try {
    const init = body === undefined ? {} : { body };
    return await readAnswer(await fetch(address, { method: "POST", ...init }), tell);
  } catch {
    return { kind: "fault" };
  }
};
