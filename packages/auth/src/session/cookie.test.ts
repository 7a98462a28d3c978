import { describe, expect, it } from "vitest";
import { newToken } from "../token.ts";
import {
  endedExternalCookie,
  endedSessionCookie,
  externalCookie,
  readExternalCookie,
  readSessionCookie,
  sessionCookie,
} from "./cookie.ts";

const overTls = { secure: true };
const onLocalhost = { secure: false };

describe("the session cookie", () => {
  it("is a __Host- cookie under TLS, out of reach of scripts and of other sites", () => {
    expect(sessionCookie("t", overTls)).toBe(
      "__Host-session=t; Path=/; HttpOnly; Secure; SameSite=Lax",
    );
  });

  it("has a plain name on a developer's own machine, where browsers take no __Host- cookie", () => {
    expect(sessionCookie("t", onLocalhost)).toBe("session=t; Path=/; HttpOnly; SameSite=Lax");
  });

  it("is taken back by an empty one that has already expired", () => {
    expect(endedSessionCookie(overTls)).toBe(
      "__Host-session=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0",
    );
  });

  it("is read among other cookies", () => {
    const token = newToken();
    expect(readSessionCookie(`a=1; __Host-session=${token}; b=2`, overTls)).toBe(token);
    expect(readSessionCookie(`session=${token}`, onLocalhost)).toBe(token);
  });

  it("under TLS is not read from the plain name, which a neighbouring site could set", () => {
    expect(readSessionCookie(`session=${newToken()}`, overTls)).toBeUndefined();
  });

  it("is undefined when there is none or it cannot be a token", () => {
    expect(readSessionCookie(undefined, overTls)).toBeUndefined();
    expect(readSessionCookie("", overTls)).toBeUndefined();
    expect(readSessionCookie("__Host-session=", overTls)).toBeUndefined();
    expect(readSessionCookie("__Host-session=<script>", overTls)).toBeUndefined();
    expect(readSessionCookie(`x__Host-session=${newToken()}`, overTls)).toBeUndefined();
  });
});

describe("the cookie of a sign-in under way at another service", () => {
  it("is of this site alone, comes back from the other one, and lasts ten minutes", () => {
    expect(externalCookie("t", overTls)).toBe(
      "__Host-sign-in=t; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=600",
    );
    expect(endedExternalCookie(overTls)).toBe(
      "__Host-sign-in=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0",
    );
  });

  it("is not taken for a session, nor a session for it", () => {
    const token = newToken();
    expect(readExternalCookie(`__Host-sign-in=${token}`, overTls)).toBe(token);
    expect(readExternalCookie(`__Host-session=${token}`, overTls)).toBeUndefined();
    expect(readSessionCookie(`__Host-sign-in=${token}`, overTls)).toBeUndefined();
  });
});
