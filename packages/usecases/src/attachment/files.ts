/** Where the contents of files lie: by their hash, so that the same content lies there once. */
export type FileStore = {
  /** Keeps the content under its hash; one that is there already stays as it is. */
  readonly keep: (hash: string, content: Uint8Array) => Promise<void>;
  /** The content, or undefined where it is missing. */
  readonly read: (hash: string) => Promise<Uint8Array | undefined>;
  readonly remove: (hash: string) => Promise<void>;
};
