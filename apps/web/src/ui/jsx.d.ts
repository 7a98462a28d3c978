import "solid-js";

declare module "solid-js" {
  namespace JSX {
    interface ExplicitAttributes {
      /** The router reads it: going to the link leaves the scroll where it is. */
      noscroll: string;
      /** Left out altogether, a `progress` tells that nobody knows how far it is. */
      value: number | undefined;
    }
  }
}
