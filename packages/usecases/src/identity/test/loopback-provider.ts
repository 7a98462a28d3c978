import { generateKeyPairSync, sign } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { OidcProvider } from "@alongside/auth";

/** For tests alone: an honest OpenID provider on this machine that lets in whomever the test says, without asking. */
export type LoopbackProvider = {
  readonly provider: OidcProvider;
  /** Goes to the provider's page as this person and answers the query that the browser brings back. */
  readonly visit: (url: string, person: Readonly<Record<string, unknown>>) => string;
  readonly close: () => void;
};

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");

const bodyOf = async (req: IncomingMessage): Promise<URLSearchParams> => {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part);
  return new URLSearchParams(Buffer.concat(parts).toString("utf8"));
};

/** Valid whenever the tests run: in seconds since 1970. */
const always = { iat: 1_700_000_000, exp: 4_000_000_000 };

const createSigner = () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    jwk: { ...publicKey.export({ format: "jwk" }), kid: "own", alg: "RS256", use: "sig" },
    sign: (claims: object): string => {
      const body = `${encode({ alg: "RS256", kid: "own" })}.${encode(claims)}`;
      return `${body}.${sign("sha256", Buffer.from(body), privateKey).toString("base64url")}`;
    },
  };
};

const metadataOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ["code"],
  id_token_signing_alg_values_supported: ["RS256"],
  code_challenge_methods_supported: ["S256"],
});

export const startLoopbackProvider = async (
  id: string,
  kind: OidcProvider["kind"] = "generic",
): Promise<LoopbackProvider> => {
  const signer = createSigner();
  let codes = 0;
  const claimsByCode = new Map<string, object>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const issuer = `http://127.0.0.1:${port}`;
  const answers: Readonly<Record<string, (req: IncomingMessage) => object | Promise<object>>> = {
    "/.well-known/openid-configuration": () => metadataOf(issuer),
    "/jwks": () => ({ keys: [signer.jwk] }),
    "/token": async (req) => {
      const code = (await bodyOf(req)).get("code") ?? "";
      const claims = claimsByCode.get(code) ?? {};
      claimsByCode.delete(code);
      const id_token = signer.sign({
        ...claims,
        iss: issuer,
        aud: "alongside",
        ...always,
      });
      return { access_token: "x", token_type: "Bearer", id_token };
    },
  };
  server.on("request", async (req, res) => {
    const answer = await answers[req.url ?? ""]?.(req);
    res.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" });
    res.end(JSON.stringify(answer ?? {}));
  });
  return {
    provider: { id, kind, name: id, issuer, clientId: "alongside", clientSecret: "secret" },
    visit: (url, person) => {
      const asked = new URL(url).searchParams;
      const code = `code-${(codes += 1)}`;
      claimsByCode.set(code, { ...person, nonce: asked.get("nonce") });
      return `?code=${code}&state=${asked.get("state")}`;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
