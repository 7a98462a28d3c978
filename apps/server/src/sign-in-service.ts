import { faultsOfProviders, type OidcKind, type OidcProvider } from "@alongside/auth";

type Variables = Readonly<Record<string, string | undefined>>;

/** One service that the environment may name; its settings begin with the word before the underscore. */
type Known = {
  readonly prefix: string;
  readonly id: string;
  readonly kind: OidcKind;
  readonly name: string;
  /** Entra has none: its issuer names the tenant. */
  readonly issuer?: string;
};

const known: readonly Known[] = [
  {
    prefix: "DFE_SIGN_IN",
    id: "dfe-sign-in",
    kind: "dfe-sign-in",
    name: "DfE Sign-in",
    issuer: "https://oidc.signin.education.gov.uk",
  },
  { prefix: "ENTRA", id: "entra", kind: "entra", name: "Microsoft" },
  {
    prefix: "GOOGLE",
    id: "google",
    kind: "google",
    name: "Google",
    issuer: "https://accounts.google.com",
  },
];

const rolesAddress = "https://api.signin.education.gov.uk";

export type SignInServices = {
  readonly providers: readonly OidcProvider[];
  /** What is not right, a line each, beginning with the name of the setting. */
  readonly faults: readonly string[];
};

type Ask = (name: string) => string | undefined;

const asking =
  (variables: Variables, prefix: string): Ask =>
  (name) =>
    variables[`${prefix}_${name}`]?.trim() || undefined;

const rolesOf = (ask: Ask): OidcProvider["rolesApi"] => {
  const secret = ask("ROLES_SECRET");
  if (secret === undefined) return undefined;
  return { url: ask("ROLES_URL") ?? rolesAddress, secret, requiredRole: ask("ROLE") };
};

const readOne = (service: Known, ask: Ask): SignInServices => {
  const { prefix, id, kind } = service;
  const clientId = ask("CLIENT_ID");
  const clientSecret = ask("CLIENT_SECRET");
  const issuer = ask("ISSUER") ?? service.issuer;
  const roles = kind === "dfe-sign-in" ? rolesOf(ask) : undefined;
  const asked = [clientId, clientSecret, ask("ISSUER"), ask("ROLE"), ask("ROLES_SECRET")];
  if (asked.every((value) => value === undefined)) return { providers: [], faults: [] };
  const missing = (name: string, value: unknown, why: string): readonly string[] =>
    value === undefined ? [`${prefix}_${name} ${why}`] : [];
  const faults = [
    ...missing("CLIENT_ID", clientId, "is not set"),
    ...missing("CLIENT_SECRET", clientSecret, "is not set"),
    ...missing("ISSUER", issuer, "is not set"),
    ...(ask("ROLE") === undefined
      ? []
      : missing("ROLES_SECRET", roles, "is not set, so no role can be asked for")),
  ];
  if (clientId === undefined || clientSecret === undefined || issuer === undefined) {
    return { providers: [], faults };
  }
  const name = ask("NAME") ?? service.name;
  return {
    providers: [{ id, kind, name, issuer, clientId, clientSecret, rolesApi: roles }],
    faults,
  };
};

/**
 * The services that people may sign in with besides their password, as the settings name them. `origin` is where browsers come
 * back to: without it no service can be used.
 */
export const readSignInServices = (
  variables: Variables,
  origin: string | undefined,
): SignInServices => {
  const all = known.map((service) => readOne(service, asking(variables, service.prefix)));
  const providers = all.flatMap((each) => each.providers);
  const isHomeless = providers.length > 0 && origin === undefined;
  return {
    providers,
    faults: [
      ...all.flatMap((each) => each.faults),
      ...faultsOfProviders(providers),
      ...(isHomeless ? ["ORIGIN must be set for other services to send people back to"] : []),
    ],
  };
};
