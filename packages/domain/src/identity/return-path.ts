const longest = 500;

/**
 * A place inside the product to go on to after signing in, or the first page when the text could lead anywhere else: another site, another
 * scheme, or an address that browsers read differently from how it looks.
 */
export const safePath = (text: string | undefined): string => {
  if (text === undefined || text.length > longest) return "/";
  const isPlain = /^\/[^\s\\\p{Cc}]*$/u.test(text);
  const path = text.split(/[?#]/)[0] ?? "";
  const isTwisted =
    path.includes("//") || /(^|\/)(\.|%2e){1,2}(\/|$)/i.test(path) || /%(2f|5c|0)/i.test(path);
  return isPlain && !isTwisted ? text : "/";
};
