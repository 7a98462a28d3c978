import { createHash, randomBytes } from "node:crypto";

const tokenBytes = 25;

/** 200 random bits as 34 characters that are safe in a cookie and in an address. */
export const newToken = (): string => randomBytes(tokenBytes).toString("base64url");

/** Whether text could be a token of ours: looked at before anything is looked up. */
export const isToken = (text: string): boolean => /^[\w-]{34}$/.test(text);

/** What is stored of a token. It needs no salt: nobody can guess 200 random bits. */
export const hashToken = (token: string): string =>
  createHash("sha256").update(token).digest("hex");
