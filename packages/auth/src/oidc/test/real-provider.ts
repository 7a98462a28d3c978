import {
  createHmac,
  generateKeyPairSync,
  sign,
  type JsonWebKey,
  type KeyObject,
} from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Provider, type Configuration } from "oidc-provider";

/** For tests alone: a real OpenID provider on this machine, and ways to spoil what it says on its way out. */
export type RealProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who signs in next, and what is said of them. */
  readonly signsIn: (person: Person) => void;
  /** Spoils every ID token from now on; undefined for none. */
  readonly spoil: (how: Spoiling | undefined) => void;
  /** Spoils other answers, by path. */
  readonly answer: (path: string, body: ((real: string) => string) | undefined) => void;
  readonly close: () => Promise<void>;
};

export type Person = { readonly id: string; readonly claims: Readonly<Record<string, unknown>> };

type Part = Record<string, unknown>;
export type Token = { readonly header: Part; readonly claims: Part; readonly signature: string };

/** Gets the token as it was and the means to sign another; answers the text of what goes out in its place. */
export type Spoiling = (token: Token, by: Signing) => string | undefined;
export type Signing = {
  /** Signs with the provider's own key. */
  readonly own: (header: Part, claims: Part) => string;
  /** Signs with a key that is nobody's, under the provider's key id. */
  readonly other: (header: Part, claims: Part) => string;
  /** Signs by HS256 with any text as the secret. */
  readonly hmac: (header: Part, claims: Part, secret: string) => string;
  readonly publicKey: string;
};

const encode = (part: Part): string => Buffer.from(JSON.stringify(part)).toString("base64url");

const decode = (text: string): Part => JSON.parse(Buffer.from(text, "base64url").toString("utf8"));

const signRs256 =
  (key: KeyObject) =>
  (header: Part, claims: Part): string => {
    const body = `${encode(header)}.${encode(claims)}`;
    return `${body}.${sign("sha256", Buffer.from(body), key).toString("base64url")}`;
  };

const keyPair = () => generateKeyPairSync("rsa", { modulusLength: 2048 });

const createSigning = (own: ReturnType<typeof keyPair>): Signing => ({
  own: signRs256(own.privateKey),
  other: signRs256(keyPair().privateKey),
  hmac: (header, claims, secret) => {
    const body = `${encode(header)}.${encode(claims)}`;
    return `${body}.${createHmac("sha256", secret).update(body).digest("base64url")}`;
  },
  publicKey: String(own.publicKey.export({ type: "spki", format: "pem" })),
});

const parse = (text: string): Token => {
  const [header = "", claims = "", signature = ""] = text.split(".");
  return { header: decode(header), claims: decode(claims), signature };
};

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });

/** Holds back what the provider answers, so that it can be changed before it leaves. */
const rewrite = (res: ServerResponse, change: (body: string) => string): void => {
  const parts: Buffer[] = [];
  const end = res.end.bind(res);
  const keep = (part: unknown): void => {
    if (typeof part === "string" || part instanceof Uint8Array) parts.push(Buffer.from(part));
  };
  res.write = (part: unknown) => {
    keep(part);
    return true;
  };
  res.end = (part?: unknown) => {
    keep(part);
    const body = change(Buffer.concat(parts).toString("utf8"));
    res.setHeader("content-length", Buffer.byteLength(body));
    return end(body);
  };
};

const finishLogin = async (
  provider: Provider,
  person: Person,
  { req, res }: { readonly req: IncomingMessage; readonly res: ServerResponse },
): Promise<void> => {
  const details = await provider.interactionDetails(req, res);
  const clientId = String(details.params["client_id"]);
  const grant = new provider.Grant({ accountId: person.id, clientId });
  grant.addOIDCScope(String(details.params["scope"]));
  grant.addOIDCClaims(["organisation"]);
  const grantId = await grant.save();
  await provider.interactionFinished(
    req,
    res,
    { login: { accountId: person.id }, consent: { grantId } },
    { mergeWithLastSubmission: false },
  );
};

const configurationFor = (
  jwk: JsonWebKey,
  client: {
    readonly id: string;
    readonly secret: string;
    readonly redirectUris: readonly string[];
  },
  who: () => Person,
): Configuration => ({
  clients: [
    {
      client_id: client.id,
      client_secret: client.secret,
      redirect_uris: [...client.redirectUris],
      grant_types: ["authorization_code"],
      response_types: ["code"],
      token_endpoint_auth_method: "client_secret_basic",
    },
  ],
  jwks: { keys: [{ ...jwk, kid: "own", use: "sig", alg: "RS256", kty: "RSA" }] },
  scopes: ["openid", "profile", "email", "organisation"],
  claims: {
    openid: ["sub"],
    profile: ["name", "given_name", "family_name"],
    email: ["email", "email_verified"],
    organisation: ["organisation"],
  },
  cookies: { keys: ["a cookie key of tests"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...who().claims }) }),
  ttl: {
    AccessToken: 600,
    AuthorizationCode: 60,
    IdToken: 600,
    Interaction: 600,
    Session: 600,
    Grant: 600,
  },
});

type State = {
  person: Person;
  spoiling: Spoiling | undefined;
  readonly answers: Map<string, (real: string) => string>;
};

const controlsOf = (state: State): Pick<RealProvider, "signsIn" | "spoil" | "answer"> => ({
  signsIn: (person) => {
    state.person = person;
  },
  spoil: (how) => {
    state.spoiling = how;
  },
  answer: (path, body) => {
    if (body === undefined) state.answers.delete(path);
    else state.answers.set(path, body);
  },
});

const spoilTokens =
  (state: State, signing: Signing) =>
  (body: string): string => {
    const answer = JSON.parse(body);
    if (state.spoiling === undefined || typeof answer.id_token !== "string") return body;
    const spoiled = state.spoiling(parse(answer.id_token), signing);
    return JSON.stringify({ ...answer, id_token: spoiled });
  };

/** Starts a provider whose one client may send browsers back to these addresses. */
export const startRealProvider = async (redirectUris: readonly string[]): Promise<RealProvider> => {
  const own = keyPair();
  const client = { id: "alongside", secret: "a client secret of tests" };
  const state: State = {
    person: { id: "nobody", claims: {} },
    spoiling: undefined,
    answers: new Map(),
  };
  const server = createServer();
  const issuer = `http://127.0.0.1:${await listen(server)}`;
  const jwk = own.privateKey.export({ format: "jwk" });
  const provider = new Provider(
    issuer,
    configurationFor(jwk, { ...client, redirectUris }, () => state.person),
  );
  const handle = provider.callback();
  const spoil = spoilTokens(state, createSigning(own));
  server.on("request", (req, res) => {
    const path = new URL(req.url ?? "/", issuer).pathname;
    const change = state.answers.get(path) ?? (path === "/token" ? spoil : undefined);
    if (change !== undefined) rewrite(res, change);
    if (path.startsWith("/interaction/")) void finishLogin(provider, state.person, { req, res });
    else void handle(req, res);
  });
  return {
    ...controlsOf(state),
    issuer,
    clientId: client.id,
    clientSecret: client.secret,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
