import { useParams } from "@solidjs/router";

/** The area's part of the address, for the pages below `/areas/:area`. */
export const useAreaSlug = (): (() => string) => {
  const params = useParams();
  return () => params["area"] ?? "";
};

/** The area that an address is in. */
export const areaIn = (path: string): string | undefined => /^\/areas\/([^/]+)/.exec(path)?.[1];

/** An address inside an area. */
export const inArea = (area: string, path = ""): string => `/areas/${area}${path}`;
