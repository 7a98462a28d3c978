import { SMTPServer } from "smtp-server";

export type PostOffice = {
  readonly url: string;
  /** How often each mail arrived, by its own name. */
  readonly arrived: ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
};

/** A mail server on the loopback address that takes everything and counts it. */
export const openPostOffice = async (): Promise<PostOffice> => {
  const arrived = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      let raw = "";
      stream.on("data", (part: Buffer) => (raw += part.toString()));
      stream.on("end", () => {
        const name = /^Message-ID: <([^@>]+)/im.exec(raw)?.[1] ?? "without a name";
        arrived.set(name, (arrived.get(name) ?? 0) + 1);
        done();
      });
    },
  });
  // Whoever is killed over a mail breaks the line: no fault of this side.
  server.on("error", () => undefined);
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", () => up()));
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
};
