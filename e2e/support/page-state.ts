import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";

/** How a page as it stands differs from others, for what is looked at once. */
export type PageState = {
  /** The route, the elements with their roles, classes and states, the width and the colours: no words, no ids, like rows once. */
  readonly structure: string;
  /** One for each pair of ink and ground that words on the page have: colours, size, weight, and what lies over what. */
  readonly inks: readonly string[];
};

// Kept as text, because it runs in the page. It leaves `inkOf` there for the rule of contrast.
const reading = `(() => {
  const hash = (text) => {
    let one = 0x811c9dc5, two = 0x9747b28c;
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      one = Math.imul(one ^ code, 16777619);
      two = Math.imul(two ^ code, 0x5bd1e995) ^ (two >>> 15);
    }
    return (one >>> 0).toString(36) + "-" + (two >>> 0).toString(36);
  };
  const references = /^(for|headers|list|form|aria-(labelledby|describedby|controls|owns|activedescendant|details|errormessage|flowto))$/;
  const counted = /^aria-(valuenow|valuemin|valuemax|valuetext|rowcount|colcount|rowindex|colindex|setsize|posinset|roledescription|description)$/;
  const told = /^(class|style|role|type|tabindex|lang|dir|scope|hidden|open|disabled|readonly|required|multiple|autocomplete|inputmode|colspan|rowspan|content|http-equiv|popover|inert|aria-.*)$/;
  const lists = /^(tbody|ul|ol|dl|select|datalist|g|svg)$/;
  const ids = new Map();
  for (const each of document.querySelectorAll("[id]")) ids.set(each.id, (ids.get(each.id) ?? 0) + 1);
  const valueOf = (name, value) => {
    if (references.test(name)) return value.split(/\\s+/).map((id) => (ids.has(id) ? "there" : "nowhere")).join(" ");
    if (name === "aria-label") return value.replace(/[\\d.,]+/g, "0").trim();
    if (counted.test(name)) return value === "" ? "none" : "some";
    if (told.test(name) || /^data-/.test(name)) return value;
    return value.trim() === "" ? "none" : "some";
  };
  const hasWords = (element) => {
    for (let node = element.firstChild; node !== null; node = node.nextSibling)
      if (node.nodeType === 3 && node.data.trim() !== "") return true;
    return false;
  };
  const layers = new Set(), inks = new Set(), inkOf = new WeakMap();
  const clear = /^(transparent|rgba\\(\\d+, \\d+, \\d+, 0\\))$/;
  /** What lies behind the words of an element, handed down to its children. */
  const groundOf = (look, under) => {
    const isPlain = clear.test(look.backgroundColor) && look.backgroundImage === "none" && look.opacity === "1";
    const isLaid = look.position !== "static" && look.position !== "relative";
    const rest = look.filter + look.mixBlendMode + look.clipPath;
    const own = isPlain && !isLaid ? "" : look.backgroundColor + look.backgroundImage + look.opacity + look.position;
    if (isLaid && !isPlain) layers.add(own);
    return own === "" && rest === "nonenormalnone" ? under : hash(under + own + rest);
  };
  const inkIn = (look, ground) =>
    hash([ground, look.color, look.fontSize, look.fontWeight, look.textShadow, look.webkitTextFillColor].join());
  const withInk = [];
  const shapeOf = (element, under) => {
    const look = getComputedStyle(element);
    const isShown = look.display !== "none" && look.visibility === "visible";
    const ground = groundOf(look, under);
    const words = hasWords(element);
    if (isShown && (words || /^(input|textarea|select)$/.test(element.localName)))
      withInk.push([element, inkIn(look, ground)]);
    const parts = [];
    const isList = lists.test(element.localName);
    for (const child of element.children) {
      const shape = shapeOf(child, ground);
      if (isList ? !parts.includes(shape) : parts.at(-1) !== shape) parts.push(shape);
    }
    const names = [...element.attributes].filter(({ name, value }) => name !== "id" || ids.get(value) > 1)
      .map(({ name, value }) => name + "=" + valueOf(name, value));
    const state = (isShown ? "" : "!") + (words ? "t" : "") + (element.checked ? "c" : "") + (element.open ? "o" : "");
    return hash(element.localName + names.sort().join(" ") + state + "(" + parts.join() + ")");
  };
  const whole = shapeOf(document.documentElement, "");
  const above = [...layers].sort().join();
  for (const [element, ink] of withInk) {
    const key = hash(ink + above);
    inkOf.set(element, key);
    inks.add(key);
  }
  globalThis.inkOf = inkOf;
  const route = location.pathname.replace(/[^/]*[\\dA-Z_][^/]*/g, ":");
  const media = ["(forced-colors: active)", "(prefers-color-scheme: dark)", "print"].map((query) => matchMedia(query).matches);
  const title = document.title.trim() === "" ? "untitled" : "titled";
  const all = [route, innerWidth, media, title, whole, [...inks].sort()];
  return { structure: hash(all.join("|")), inks: [...inks] };
})()`;

/** Guarantee: the text above answers this. */
const toState = (value: unknown): PageState => value as PageState;

export const readState = async (page: {
  readonly evaluate: (words: string) => Promise<unknown>;
}): Promise<PageState> => toState(await page.evaluate(reading));

/**
 * Where the workers of one run note what one of them looks at, so that no other needs to; undefined where every state is looked at: in
 * a run that asks for that (`EVERY_PAGE_STATE`), and without a folder of the run.
 */
const notes = (): string | undefined => {
  const run = process.env["TEST_RUN"];
  if (run === undefined || process.env["EVERY_PAGE_STATE"] !== undefined) return undefined;
  return join(run, "looked-at");
};

/** Whether nobody in this run has asked for that name before: whoever is told yes has to look. */
export const claim = (name: string): boolean => {
  const folder = notes();
  if (folder === undefined) return true;
  mkdirSync(folder, { recursive: true });
  try {
    closeSync(openSync(join(folder, name), "wx"));
    return true;
  } catch {
    return false;
  }
};
