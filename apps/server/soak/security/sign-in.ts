import type { Section } from "./promise.ts";

const sessions = "packages/auth/src/session/lucia.test.ts";

export const signIn: Section = {
  title: "Sign-in",
  promises: [
    {
      promise: "A session’s token has 200 random bits",
      test: sessions,
      named: /200 bits/,
      hold: "≥ 200 bits, none twice",
    },
    {
      promise: "Only the hash of a token is stored",
      test: sessions,
      named: /only the hash/,
      hold: "SHA-256 at rest",
    },
    {
      promise: "A session ends after 60 minutes without use",
      test: sessions,
      named: /60 minutes/,
      hold: "60 min",
    },
    {
      promise: "A session ends after 12 hours, however much it is used",
      test: sessions,
      named: /12 hours/,
      hold: "12 h",
    },
    {
      promise: "A sign-in ends the session that the browser brought",
      test: "packages/usecases/src/identity/sign-in.test.ts",
      named: /ends the session that the browser brought/,
      hold: "a planted session is worth nothing",
    },
    {
      promise: "A change of roles gives a new token",
      test: "apps/server/src/middleware/session.test.ts",
      named: /token changes on the way/,
      hold: "a new token with the next answer",
    },
    {
      promise: "The cookie is `__Host-`, out of reach of scripts and of other sites",
      test: "packages/auth/src/session/cookie.test.ts",
      hold: "`__Host-`, HttpOnly, Secure, SameSite=Lax",
    },
    {
      key: "sign-in.cross-site",
      promise:
        "Nothing that another site sends is taken: every procedure, every address, every method",
      test: "apps/server/src/app.test.ts",
      named: /from elsewhere/,
      hold: "0 accepted",
    },
    {
      promise: "Attempts are throttled per account and per address, known or not, also all at once",
      test: "packages/usecases/src/identity/sign-in.test.ts",
      named: /throttle/,
      hold: "5 free for an account, 30 for an address, then waits that double",
    },
    {
      promise: "The throttle holds over HTTP, for guesses and for mails",
      test: "apps/server/src/enumeration.test.ts",
      named: /whoever guesses/,
      hold: "429 after the free ones",
    },
    {
      promise: "Sign-in, reset and invitation answer alike with an account and without",
      test: "apps/server/src/enumeration.test.ts",
      named: /gets the same answer/,
      hold: "bodies, headers and status identical",
    },
    {
      key: "sign-in.enumeration",
      promise: "… and take as long",
      test: "apps/server/src/enumeration-time.test.ts",
      hold: "medians within 5 %",
    },
    {
      promise: "Passwords are hashed by Argon2id, 19 MiB, two passes, each with its own salt",
      test: "packages/auth/src/password/password.test.ts",
      hold: "m=19456, t=2, p=1",
    },
    {
      promise: "A second factor is needed by coordinators, officers, the board and administrators",
      test: "packages/domain/src/identity/second-factor.test.ts",
      hold: "each part as the list says",
    },
    {
      promise: "Each code and each recovery code is taken once, also when two come at once",
      test: "packages/usecases/src/identity/second-factor.test.ts",
      hold: "0 taken twice; five guesses, then a wait",
    },
    {
      promise: "Single sign-on against a real provider: a hostile way back lets nobody in",
      test: "packages/auth/src/oidc/hostile-return.test.ts",
      hold: "0 accepted",
    },
    {
      promise: "… nor does a spoiled token",
      test: "packages/auth/src/oidc/hostile-token.test.ts",
      hold: "0 accepted; with the returns ≥ 20 cases",
    },
    {
      promise: "… nor either of them over HTTP, and no page outside the product is opened",
      test: "apps/server/src/routes/external.test.ts",
      hold: "0 let in",
    },
  ],
};
