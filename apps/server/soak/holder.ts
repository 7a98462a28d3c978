import { fork } from "node:child_process";
import { resolve } from "node:path";

/** Another process that has the file open. */
export type Holder = {
  readonly hold: () => Promise<void>;
  readonly free: () => Promise<void>;
  readonly leave: () => Promise<void>;
};

export const openHolder = async (path: string): Promise<Holder> => {
  const child = fork(resolve(import.meta.dirname, "hold-file.ts"), [path]);
  const done = () => new Promise<void>((go) => child.once("message", () => go()));
  await done();
  const tell = (word: string): Promise<void> => {
    const heard = done();
    child.send(word);
    return heard;
  };
  return {
    hold: () => tell("hold"),
    free: () => tell("free"),
    leave: () =>
      new Promise((gone) => {
        child.once("exit", () => gone());
        child.send("leave");
      }),
  };
};
