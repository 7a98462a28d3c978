import type { Spoiling } from "./real-provider.ts";

/** A token with other claims, signed by the provider itself. */
export const claimsWith =
  (change: Readonly<Record<string, unknown>>): Spoiling =>
  ({ header, claims }, by) =>
    by.own(header, { ...claims, ...change });

const seconds = (): number => Math.floor(Date.now() / 1000);

const claimUnacceptable = "OAUTH_JWT_CLAIM_COMPARISON_FAILED";
const invalid = "OAUTH_INVALID_RESPONSE";

/** For tests alone: what a dishonest or broken provider, or whoever sits in between, might say of who signed in, and the reason for the log. */
export const spoilings: readonly (readonly [string, Spoiling, string])[] = [
  ["names another issuer", claimsWith({ iss: "https://other.example" }), claimUnacceptable],
  [
    "names this issuer with a slash more",
    ({ header, claims }, by) => by.own(header, { ...claims, iss: `${String(claims["iss"])}/` }),
    claimUnacceptable,
  ],
  ["is for another client", claimsWith({ aud: "somebody-else" }), claimUnacceptable],
  [
    "is for several clients, and was asked for by another",
    claimsWith({ aud: ["alongside", "other"], azp: "other" }),
    claimUnacceptable,
  ],
  [
    "is for several clients, and does not say who asked",
    claimsWith({ aud: ["alongside", "other"], azp: undefined }),
    claimUnacceptable,
  ],
  ["answers another request", claimsWith({ nonce: "another" }), claimUnacceptable],
  ["answers no request", claimsWith({ nonce: undefined }), invalid],
  [
    "ran out",
    claimsWith({ exp: seconds() - 120, iat: seconds() - 600 }),
    "OAUTH_JWT_TIMESTAMP_CHECK_FAILED",
  ],
  ["never runs out", claimsWith({ exp: undefined }), invalid],
  ["does not say when it was made", claimsWith({ iat: undefined }), invalid],
  ["is not valid yet", claimsWith({ nbf: seconds() + 600 }), "OAUTH_JWT_TIMESTAMP_CHECK_FAILED"],
  ["names nobody", claimsWith({ sub: undefined }), invalid],
  ["names an empty subject", claimsWith({ sub: "" }), "subject-missing"],
  ["names a subject of white space", claimsWith({ sub: "  " }), "subject-missing"],
  ["names a subject longer than any", claimsWith({ sub: "x".repeat(256) }), "subject-missing"],
  [
    "has no signature, and says so",
    ({ header, claims }, by) => by.own({ ...header, alg: "none" }, claims).replace(/[^.]*$/, ""),
    invalid,
  ],
  [
    "says it has no signature, and has one",
    ({ header, claims }, by) => by.own({ ...header, alg: "none" }, claims),
    invalid,
  ],
  [
    "says 'None', in case only 'none' is refused",
    ({ header, claims }, by) => by.own({ ...header, alg: "None" }, claims),
    invalid,
  ],
  [
    "is signed with the client's secret",
    ({ header, claims }, by) =>
      by.hmac({ ...header, alg: "HS256" }, claims, "a client secret of tests"),
    invalid,
  ],
  [
    "is signed with the public key as a secret",
    ({ header, claims }, by) => by.hmac({ ...header, alg: "HS256" }, claims, by.publicKey),
    invalid,
  ],
  [
    "is signed with another key under the same key id",
    ({ header, claims }, by) => by.other(header, claims),
    invalid,
  ],
  [
    "is signed with a key that it brings along",
    ({ header, claims }, by) =>
      by.other(
        { ...header, jku: "https://other.example/jwks", jwk: { kty: "RSA", n: "AQAB", e: "AQAB" } },
        claims,
      ),
    invalid,
  ],
  [
    "is signed with a key that nobody published",
    ({ header, claims }, by) => by.other({ ...header, kid: "another" }, claims),
    "OAUTH_KEY_SELECTION_FAILED",
  ],
  [
    "asks for an extension that nobody knows",
    ({ header, claims }, by) => by.own({ ...header, crit: ["surprise"], surprise: true }, claims),
    "OAUTH_UNSUPPORTED_OPERATION",
  ],
  [
    "was changed after it was signed",
    ({ header, claims, signature }, by) =>
      by.own(header, { ...claims, sub: "admin" }).replace(/[^.]*$/, signature),
    invalid,
  ],
  ["is not there", () => undefined, invalid],
  ["is no token", () => "not.a.token", "OAUTH_PARSE_ERROR"],
];
