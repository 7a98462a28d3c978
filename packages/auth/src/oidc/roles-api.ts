import { createHmac } from "node:crypto";
import type { RolesApi } from "./provider.ts";

const audience = "signin.education.gov.uk";
const lastsSeconds = 60;
const timeout = 10_000;

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The bearer token of DfE Sign-in's second interface: a JWT by HS256 over its own secret, for a minute. */
export const bearerToken = (clientId: string, secret: string, now: number): string => {
  const issuedAt = Math.floor(now / 1000);
  const body = [
    encode({ alg: "HS256", typ: "JWT" }),
    encode({ iss: clientId, aud: audience, iat: issuedAt, exp: issuedAt + lastsSeconds }),
  ].join(".");
  return `${body}.${createHmac("sha256", secret).update(body).digest("base64url")}`;
};

export type RolesQuery = {
  readonly clientId: string;
  readonly organisationId: string;
  readonly subject: string;
};

const sameId = (value: unknown, id: string): boolean =>
  typeof value === "string" && value.toLowerCase() === id.toLowerCase();

const codesIn = (answer: unknown, query: RolesQuery): readonly string[] => {
  if (typeof answer !== "object" || answer === null) return [];
  const isAbout =
    "userId" in answer &&
    sameId(answer.userId, query.subject) &&
    "organisationId" in answer &&
    sameId(answer.organisationId, query.organisationId);
  if (!isAbout || !("roles" in answer) || !Array.isArray(answer.roles)) return [];
  return answer.roles.flatMap((role: unknown) =>
    typeof role === "object" && role !== null && "code" in role && typeof role.code === "string"
      ? [role.code]
      : [],
  );
};

/**
 * The codes of a person's roles in the organisation that they chose; none when the service knows of none, or answers about somebody else.
 * Throws when it cannot be reached or refuses.
 */
export const fetchRoles = async (
  api: RolesApi,
  query: RolesQuery,
  now: number,
): Promise<readonly string[]> => {
  const path = [
    "services",
    query.clientId,
    "organisations",
    query.organisationId,
    "users",
    query.subject,
  ]
    .map(encodeURIComponent)
    .join("/");
  const answer = await fetch(`${api.url.replace(/\/$/, "")}/${path}`, {
    headers: { authorization: `Bearer ${bearerToken(query.clientId, api.secret, now)}` },
    redirect: "error",
    signal: AbortSignal.timeout(timeout),
  });
  if (answer.status === 404) return [];
  if (!answer.ok) throw new Error(`the roles were refused with ${answer.status}`);
  return codesIn(await answer.json(), query);
};
