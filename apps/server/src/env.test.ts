import { describe, expect, it } from "vitest";
import { readEnvironment } from "./env.ts";

const production = {
  NODE_ENV: "production",
  SECRET: "a secret of one's own, long enough to be one",
  ORIGIN: "https://alongside.example",
  DATABASE_URL: "http://127.0.0.1:8080",
};

describe("the settings", () => {
  it("need nothing on a developer's machine, and load the demonstration", () => {
    expect(readEnvironment({})).toMatchObject({
      port: 4000,
      isProduction: false,
      loadsDemonstration: true,
    });
  });

  it("end a sign-in that nobody uses after an hour, or sooner", () => {
    expect(readEnvironment({}).sessionIdleFor).toBe(3_600_000);
    expect(readEnvironment({ SESSION_IDLE_MINUTES: "0.5" }).sessionIdleFor).toBe(30_000);
  });

  it("load no demonstration on a production instance", () => {
    expect(readEnvironment(production)).toMatchObject({
      isProduction: true,
      loadsDemonstration: false,
    });
  });

  it.each([
    [{ SECRET: undefined }, "SECRET is the development secret"],
    [{ SECRET: "short" }, "SECRET must be at least 32 characters"],
    [{ ORIGIN: undefined }, "ORIGIN must be the https address"],
    [{ ORIGIN: "http://alongside.example" }, "ORIGIN must be the https address"],
    [{ DEMONSTRATION: "yes" }, "DEMONSTRATION must not be yes"],
    [{ DATABASE_URL: "postgres://x" }, "DATABASE_URL must start with"],
    [{ PORT: "70000" }, "PORT"],
    [{ SESSION_IDLE_MINUTES: "2" }, "SESSION_IDLE_MINUTES must be 5 or more"],
    [{ SESSION_IDLE_MINUTES: "61" }, "SESSION_IDLE_MINUTES"],
  ])("refuse a production start with %j", (change, sentence) => {
    expect(() => readEnvironment({ ...production, ...change })).toThrow(sentence);
  });

  it("make backups of a file every hour where a folder is named, and say so of a server", () => {
    expect(readEnvironment({}).backup).toBeUndefined();
    expect(readEnvironment({ BACKUP_FOLDER: "/backups" }).backup).toEqual({
      folder: "/backups",
      every: 3_600_000,
      keep: 48,
    });
    expect(() => readEnvironment({ ...production, BACKUP_FOLDER: "/backups" })).toThrow(
      "BACKUP_FOLDER is for a file",
    );
  });

  it("name everything that is wrong at once", () => {
    expect(() => readEnvironment({ ...production, SECRET: undefined, ORIGIN: undefined })).toThrow(
      /SECRET[^]*ORIGIN/,
    );
  });
});

describe("the settings of single sign-on", () => {
  const dfe = {
    ...production,
    DFE_SIGN_IN_CLIENT_ID: "Alongside",
    DFE_SIGN_IN_CLIENT_SECRET: "a secret",
  };

  it("name no service unless they are there", () => {
    expect(readEnvironment(production).signInServices).toEqual([]);
  });

  it("name the issuer of DfE Sign-in and of Google by themselves", () => {
    const { signInServices } = readEnvironment({
      ...dfe,
      GOOGLE_CLIENT_ID: "alongside",
      GOOGLE_CLIENT_SECRET: "another",
      GOOGLE_NAME: "Google for schools",
    });
    expect(signInServices).toMatchObject([
      { id: "dfe-sign-in", issuer: "https://oidc.signin.education.gov.uk", rolesApi: undefined },
      { id: "google", name: "Google for schools", issuer: "https://accounts.google.com" },
    ]);
  });

  it("name the second interface of DfE Sign-in, and the role without which nobody comes in", () => {
    const more = { DFE_SIGN_IN_ROLES_SECRET: "a third", DFE_SIGN_IN_ROLE: "ALONGSIDE" };
    expect(readEnvironment({ ...dfe, ...more }).signInServices[0]?.rolesApi).toEqual({
      url: "https://api.signin.education.gov.uk",
      secret: "a third",
      requiredRole: "ALONGSIDE",
    });
  });

  it.each([
    [{ GOOGLE_CLIENT_ID: "x" }, "GOOGLE_CLIENT_SECRET is not set"],
    [{ ENTRA_CLIENT_ID: "x", ENTRA_CLIENT_SECRET: "y" }, "ENTRA_ISSUER is not set"],
    [
      {
        ENTRA_CLIENT_ID: "x",
        ENTRA_CLIENT_SECRET: "y",
        ENTRA_ISSUER: "https://login.microsoftonline.com/common/v2.0",
      },
      "entra: its issuer names no tenant",
    ],
    [
      { GOOGLE_CLIENT_ID: "x", GOOGLE_CLIENT_SECRET: "y", GOOGLE_ISSUER: "http://a.example" },
      "no https address",
    ],
    [{ ...dfe, DFE_SIGN_IN_ROLE: "ALONGSIDE" }, "DFE_SIGN_IN_ROLES_SECRET is not set"],
    [{ ...dfe, ORIGIN: undefined, NODE_ENV: undefined }, "ORIGIN must be set"],
  ])("refuse a start with %j", (change, sentence) => {
    expect(() => readEnvironment({ ...production, ...change })).toThrow(sentence);
  });
});
