import { createOidc } from "@alongside/auth";
import { anonymous } from "@alongside/domain/identity";
import type { IdentityContext } from "../context.ts";
import { beginExternal, type ExternalPurpose } from "../external-begin.ts";
import { finishExternal } from "../external-finish.ts";
import { signIn } from "../sign-in.ts";
import { emailOf, from, openWorld, password, type World } from "../world.ts";
import { startLoopbackProvider, type LoopbackProvider } from "./loopback-provider.ts";

/** For tests alone: a world with two services that people may sign in with. */
export type Services = { readonly google: LoopbackProvider; readonly dfe: LoopbackProvider };

export const startServices = async (): Promise<Services> => {
  const [google, dfe] = await Promise.all([
    startLoopbackProvider("google"),
    startLoopbackProvider("dfe", "dfe-sign-in"),
  ]);
  return { google, dfe };
};

export const openExternalWorld = ({ google, dfe }: Services): Promise<World> =>
  openWorld(
    createOidc({
      providers: [google.provider, dfe.provider],
      origin: "https://alongside.example",
      now: Date.now,
    }),
  );

export type Claims = Readonly<Record<string, unknown>>;

export const zoe = { sub: "zoe-1", name: "Zoë O'Brien", email: "zoe@alder.example" };

export type Going = {
  readonly ctx?: IdentityContext;
  readonly purpose?: ExternalPurpose;
  readonly returnTo?: string;
  readonly by?: LoopbackProvider;
};

type Coming = {
  readonly ctx?: IdentityContext;
  readonly token: string | undefined;
  readonly query: string;
  readonly provider?: string;
};

/** What people do in this world, with the service that is named first unless another is. */
export const travelsOf = (world: World, google: LoopbackProvider) => {
  const depart = ({ ctx, purpose = { kind: "sign-in" }, returnTo, by = google }: Going = {}) =>
    beginExternal(ctx ?? world.as(anonymous), {
      provider: by.provider.id,
      purpose,
      returnTo,
      address: from.address,
    });
  const arrive = ({ ctx, token, query, provider = google.provider.id }: Coming) =>
    finishExternal(ctx ?? world.as(anonymous), { provider, token, query, ...from });
  /** There and back as this person. */
  const go = async (person: Claims, going: Going = {}) => {
    const { by = google, ctx } = going;
    const { url, token } = await depart(going);
    const query = by.visit(url, person);
    return arrive({
      ...(ctx === undefined ? {} : { ctx }),
      token,
      query,
      provider: by.provider.id,
    });
  };
  const enter = async (name: string) => {
    const input = { email: emailOf(name), password, ...from };
    return world.bringing((await signIn(world.as(anonymous), input)).token);
  };
  const linkTo = async (name: string, person: Claims = zoe, by = google) => {
    const ctx = await enter(name);
    await go(person, { ctx, purpose: { kind: "link", password }, by });
    return ctx;
  };
  return { depart, arrive, go, enter, linkTo };
};
