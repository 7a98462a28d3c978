import { openEngine } from "../../apps/server/src/engine/open-engine.ts";
import { startProduct, type Started } from "../../apps/server/src/start.ts";

/** What a journey asks of its host, and what it is told; `id` is the journey's own number for a product. */
export type Order = { readonly id: number } & (
  | { readonly kind: "start"; readonly variables: Readonly<Record<string, string>> }
  | { readonly kind: "stop" }
);
export type Told = { readonly id: number } & (
  | { readonly kind: "started"; readonly address: string }
  | { readonly kind: "stopped" }
  | { readonly kind: "fault"; readonly words: string }
);

/** Guarantee: `hosting.ts` is the only one to start this file, and it sends orders. */
const toOrder = (value: unknown): Order => value as Order;

const engine = openEngine();
const products = new Map<number, Started>();

const obey = async (order: Order): Promise<Told> => {
  const { id } = order;
  if (order.kind === "start") {
    const product = await startProduct({ ...process.env, ...order.variables }, () => engine);
    products.set(id, product);
    return { id, kind: "started", address: product.address };
  }
  await products.get(id)?.stop();
  products.delete(id);
  return { id, kind: "stopped" };
};

const tell = (told: Told): void => void process.send?.(told);

process.on("message", (message: unknown) => {
  const order = toOrder(message);
  obey(order).then(tell, (error: unknown) =>
    tell({ id: order.id, kind: "fault", words: String(error) }),
  );
});
process.once("disconnect", () => process.exit(0));
