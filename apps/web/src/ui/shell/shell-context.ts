import { createContext, useContext } from "solid-js";

export type ShellValue = {
  readonly product: string;
  readonly area: string | undefined;
  /** Goes to an address within the product without loading the page anew. */
  readonly navigate: (address: string) => void;
  /** Told when a page stands. */
  readonly onPage?: (() => void) | undefined;
};

export const ShellContext = createContext<ShellValue>({
  product: "",
  area: undefined,
  navigate: (address) => window.location.assign(address),
});

export const useShell = () => useContext(ShellContext);
