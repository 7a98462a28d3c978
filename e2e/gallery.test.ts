import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, visit, type Screen, type Visitor } from "./support/browser.ts";
import { checkPage, widerThanScreen } from "./support/check-page.ts";
import { openGallery, type Gallery } from "./support/gallery.ts";

const parts = ["home", "list", "record", "form", "error", "status", "chart", "map", "overlay"];

let gallery: Gallery;
let browser: Browser;

beforeAll(async () => {
  gallery = await openGallery();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  gallery?.stop();
});

type Act = (visitor: Visitor) => Promise<void>;

async function at(query: string, act: Act, screen: Screen = "desktop") {
  const visitor = await visit(browser, gallery.address, screen);
  await visitor.page.goto(`/?${query}`);
  await visitor.page.getByRole("heading", { level: 1 }).waitFor();
  await act(visitor);
  await visitor.context.close();
}

/** What has the focus: its id, or its words where it has none. */
const focused = async ({ page }: Visitor) => {
  const now = page.locator(":focus");
  return (await now.getAttribute("id")) ?? (await now.textContent()) ?? "";
};

const smallTargets = `[...document.querySelectorAll("button, select, summary, input, textarea, nav a, th a, td a, footer a")]
  .filter((each) => each.checkVisibility())
  .map((each) => ({ name: each.outerHTML.slice(0, 80), box: each.getBoundingClientRect() }))
  .filter(({ box }) => box.width < 24 || box.height < 24)
  .map(({ name, box }) => box.width + " × " + box.height + ": " + name)`;

// A mark is an outline that can be seen, or ground or shadow that the focus changed.
const bareOnes = `[...document.querySelectorAll("main button, main a, header a, header button, nav a, footer a, summary")].filter((each) => each.checkVisibility())
  .filter((each) => {
    const ground = (look) => look.backgroundColor + look.boxShadow;
    const before = ground(getComputedStyle(each));
    each.focus({ preventScroll: true, focusVisible: true });
    const look = getComputedStyle(each);
    const seen = !/^(transparent|rgba\\(.*, 0\\))$/.test(look.outlineColor);
    const outlined = seen && look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
    const marked = outlined || ground(look) !== before;
    each.blur();
    return !marked;
  })
  .map((each) => each.outerHTML.slice(0, 80))`;

test.each(parts)("%s is accessible and fits a desktop, a phone and 400% zoom", async (part) => {
  await at(`part=${part}`, async (visitor) => {
    expect(await visitor.page.getByRole("heading", { level: 1 }).count()).toBe(1);
    await checkPage(visitor);
    await visitor.page.setViewportSize({ width: 390, height: 800 });
    expect(await widerThanScreen(visitor)).toBe(0);
    await visitor.page.setViewportSize({ width: 320, height: 800 });
    await checkPage(visitor);
  });
});

test.each(parts)("nothing to press in %s is smaller than 24 by 24", async (part) => {
  await at(
    `part=${part}`,
    async ({ page }) => {
      expect(await page.evaluate(smallTargets)).toEqual([]);
    },
    "phone",
  );
});

test.each(parts)(
  "the focus leaves a mark wherever it goes in %s, also in forced colours",
  async (part) => {
    await at(`part=${part}`, async ({ page }) => {
      for (const forcedColors of ["none", "active"] as const) {
        await page.emulateMedia({ forcedColors });
        expect(await page.evaluate(bareOnes), `forced colours: ${forcedColors}`).toEqual([]);
      }
    });
  },
);

test("who wants less motion gets none", async () => {
  await at("part=status", async ({ page }) => {
    const moving = () => page.evaluate("document.getAnimations().length");
    expect(await moving()).toBe(0);
    await page.emulateMedia({ reducedMotion: "no-preference" });
    expect(await moving()).not.toBe(0);
  });
});

test("on paper the navigation, the buttons and the filters are gone, and hidden panels are there", async () => {
  await at("part=record", async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation", { name: "Main" }).isVisible()).toBe(false);
    expect(await page.getByText("Withdraw the need").isVisible()).toBe(false);
    expect(await page.getByText("No notes yet.").isVisible()).toBe(true);
  });
});

test("the menus open, close with Escape, give the focus back, and are accessible when open", async () => {
  await at(
    "part=home",
    async (visitor) => {
      const { page } = visitor;
      await page.getByRole("button", { name: "Menu" }).click();
      expect(await page.getByRole("link", { name: "Charts" }).isVisible()).toBe(true);
      await checkPage(visitor);
      await page.getByRole("button", { name: "Menu" }).click();
      const account = page.getByRole("button", { name: "Account: Ada Oyelaran" });
      await account.press("Enter");
      await checkPage(visitor);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Escape");
      expect(await page.getByRole("button", { name: "Sign out" }).isVisible()).toBe(false);
      expect(await focused(visitor)).toBe("Account: Ada Oyelaran");
    },
    "phone",
  );
});

test("a school is found and chosen with the keyboard alone", async () => {
  await at("part=form", async (visitor) => {
    const { page } = visitor;
    const box = page.getByRole("combobox", { name: "School" });
    await box.focus();
    await page.keyboard.type("hazel");
    await page.getByRole("option", { name: /Hazelmere/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await checkPage(visitor);
    await page.keyboard.press("Enter");
    expect(await box.inputValue()).toBe("Hazelmere Academy");
    expect(await page.getByRole("listbox").isVisible()).toBe(false);
  });
});

test("a school is found and chosen with a finger on a phone", async () => {
  await at(
    "part=form",
    async (visitor) => {
      const { page } = visitor;
      await page.getByRole("combobox", { name: "School" }).fill("quarry");
      await page.getByRole("option", { name: /Quarry Hill/ }).click();
      expect(await page.getByRole("combobox", { name: "School" }).inputValue()).toBe(
        "Quarry Hill Special School",
      );
      await checkPage(visitor);
    },
    "phone",
  );
});

test("a form that fails keeps its answers, and its summary leads to the fields", async () => {
  await at("part=form", async (visitor) => {
    const { page } = visitor;
    await page.getByLabel("What you need, in a few words").fill("Zoë’s phonics");
    await page.getByRole("button", { name: "Continue" }).press("Enter");
    expect(await focused(visitor)).toContain("There is a problem");
    await checkPage(visitor);
    await page.getByRole("link", { name: "Choose a phase" }).press("Enter");
    expect(await focused(visitor)).toBe("phase-1");
    expect(await page.getByLabel("What you need, in a few words").inputValue()).toBe(
      "Zoë’s phonics",
    );
  });
});

test("filters live in the address, and Back brings the old ones again", async () => {
  await at("part=list", async (visitor) => {
    const { page } = visitor;
    await page.getByLabel("Coast").check();
    await page.getByRole("button", { name: "Apply filters" }).click();
    await page.getByRole("link", { name: "Remove filter Zone: Coast" }).waitFor();
    expect(page.url()).toContain("zone=coast");
    await checkPage(visitor);
    await page.goBack();
    await page
      .getByRole("link", { name: "Remove filter Zone: Coast" })
      .waitFor({ state: "hidden" });
    expect(await page.getByLabel("Coast").isChecked()).toBe(false);
  });
});

test("a dialog holds the focus, closes with Escape, and gives the focus back", async () => {
  await at("part=overlay", async (visitor) => {
    const { page } = visitor;
    const opener = page.getByRole("button", { name: "Withdraw", exact: true });
    await opener.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Withdraw this need?" });
    await dialog.waitFor();
    await checkPage(visitor);
    expect(await dialog.locator(":focus").count()).toBe(1);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(await focused(visitor)).toBe("Withdraw");
  });
});

test("every chart has its figures as a table", async () => {
  await at("part=chart", async (visitor) => {
    const { page } = visitor;
    const figures = page.getByRole("figure");
    expect(await figures.count()).toBe(5);
    for (const figure of await figures.all()) {
      const more = figure.getByText("See these figures as a table");
      if ((await more.count()) > 0) await more.click();
      expect(await figure.getByRole("table").isVisible()).toBe(true);
      expect(await figure.getByRole("heading").count()).toBe(1);
    }
    await checkPage(visitor);
  });
});

test("the map moves by keys and buttons and shows it all again", async () => {
  await at("part=map", async (visitor) => {
    const { page } = visitor;
    const sheet = page.getByRole("img", { name: /The schools and zones/ });
    const drawing = () => sheet.innerHTML();
    const whole = await drawing();
    await page.getByRole("button", { name: "Zoom in" }).click();
    const near = await drawing();
    expect(near).not.toBe(whole);
    await sheet.press("ArrowLeft");
    expect(await drawing()).not.toBe(near);
    await checkPage(visitor);
    await sheet.press("0");
    expect(await drawing()).toBe(whole);
  });
});
