import { createServer } from "node:net";
import { returnPath } from "../../packages/auth/src/index.ts";
import {
  startRealProvider,
  type RealProvider,
} from "../../packages/auth/src/oidc/test/real-provider.ts";
import { startProduct, type RunningProduct } from "./product.ts";

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

export type ProductWithServices = {
  readonly product: RunningProduct;
  readonly dfe: RealProvider;
  readonly google: RealProvider;
};

/** The product, set up with two real OpenID providers on this machine: as DfE Sign-in and as Google. */
export const startProductWithServices = async (): Promise<ProductWithServices> => {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const at = (id: string) => startRealProvider([origin + returnPath(id)]);
  const [dfe, google] = await Promise.all([at("dfe-sign-in"), at("google")]);
  const product = await startProduct({
    environment: {
      PORT: String(port),
      ORIGIN: origin,
      DFE_SIGN_IN_ISSUER: dfe.issuer,
      DFE_SIGN_IN_CLIENT_ID: dfe.clientId,
      DFE_SIGN_IN_CLIENT_SECRET: dfe.clientSecret,
      GOOGLE_ISSUER: google.issuer,
      GOOGLE_CLIENT_ID: google.clientId,
      GOOGLE_CLIENT_SECRET: google.clientSecret,
    },
  });
  return { product, dfe, google };
};
