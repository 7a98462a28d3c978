import { fireEvent, render, screen } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import { Header } from "./header.tsx";

const pages = (count: number, current = 0) =>
  Array.from({ length: count }, (_, at) => ({
    text: `Page ${at + 1}`,
    href: `/${at + 1}`,
    current: at === current,
  }));

const shown = (count: number, current = 0) =>
  render(() => (
    <Header
      product="Alongside"
      homeHref="/"
      area="Marlshire"
      nav={pages(count, current)}
      account={undefined}
    />
  ));

const more = () => screen.getByRole("button", { name: "More" });

test("eight pages stand in a line, and of nine the last two are behind More", () => {
  const { unmount } = shown(8);
  expect(screen.queryByRole("button", { name: "More" })).toBe(null);
  unmount();
  shown(9);
  const panel = document.getElementById(more().getAttribute("aria-controls") ?? "");
  expect(panel?.textContent).toBe("Page 8Page 9");
});

test("More opens, says that it holds the page that is shown, and closes with Escape to its button", () => {
  shown(9, 8);
  expect(more().getAttribute("aria-current")).toBe("true");
  more().click();
  expect(more().getAttribute("aria-expanded")).toBe("true");
  fireEvent.keyDown(screen.getByRole("link", { name: "Page 9" }), { key: "Escape" });
  expect(more().getAttribute("aria-expanded")).toBe("false");
  expect(document.activeElement).toBe(more());
});

test("More closes when the focus goes elsewhere, and stays open from link to link", () => {
  shown(9);
  more().click();
  const inside = screen.getByRole("link", { name: "Page 8" });
  fireEvent.focusOut(more(), { relatedTarget: inside });
  expect(more().getAttribute("aria-expanded")).toBe("true");
  fireEvent.focusOut(inside, { relatedTarget: screen.getByRole("link", { name: "Page 1" }) });
  expect(more().getAttribute("aria-expanded")).toBe("false");
});
