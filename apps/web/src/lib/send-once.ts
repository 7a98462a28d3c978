type Send = (address: string, request: RequestInit) => Promise<Response>;

/** What was sent and has no answer yet, with the key that it went under. */
const unanswered = new Map<string, string>();

const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");

const isInArea = (input: unknown): input is object =>
  typeof input === "object" && input !== null && "area" in input && !("key" in input);

const withKey = (body: string, key: string): string => {
  const inputs: Readonly<Record<string, unknown>> = JSON.parse(body);
  const keyed = Object.entries(inputs).map(([at, input]) => [
    at,
    isInArea(input) ? { ...input, key: `${key}-${at}` } : input,
  ]);
  return JSON.stringify(Object.fromEntries(keyed));
};

/**
 * Sends changes under a key. Whoever presses again because the answer was lost on its way sends the same words under the same key, and the server
 * does nothing twice. Once there is an answer, the same words are another request.
 */
export const sendOnce =
  (send: Send): Send =>
  async (address, request) => {
    const { body } = request;
    if (typeof body !== "string") return send(address, request);
    const words = `${address} ${body}`;
    const key = unanswered.get(words) ?? newKey();
    unanswered.set(words, key);
    const reply = await send(address, { ...request, body: withKey(body, key) });
    const text = await reply.text();
    unanswered.delete(words);
    return new Response(text, reply);
  };
