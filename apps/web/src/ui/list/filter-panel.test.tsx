import { render, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { expect, test } from "vitest";
import { Shell } from "../shell/shell.tsx";
import { FilterChips, FilterPanel } from "./filter-panel.tsx";
import type { FilterGroup } from "./filter-group.ts";
import { Pagination } from "./pagination.tsx";
import { Table } from "./table.tsx";

const groups: readonly FilterGroup[] = [
  { kind: "search", name: "q", label: "Name" },
  {
    kind: "many",
    name: "zone",
    label: "Zone",
    choices: [
      { value: "north", label: "North" },
      { value: "coast", label: "Coast" },
    ],
  },
];

function show(start: string) {
  const [search, setSearch] = createSignal(start);
  render(() => (
    <Shell product="Alongside" footer={[]} navigate={setSearch}>
      <FilterPanel groups={groups} search={search()} />
      <FilterChips groups={groups} search={search()} />
    </Shell>
  ));
  return { search, setSearch };
}

const box = (name: string) => {
  const found = screen.getByRole("checkbox", { name });
  if (!(found instanceof HTMLInputElement)) throw new Error("not a checkbox");
  return found;
};

test("applying filters puts them in the address, on the first page, and keeps the sort", () => {
  const { search } = show("?zone=north&sort=-name&page=3");
  box("Coast").click();
  screen.getByRole("button", { name: "Apply filters" }).click();
  expect(search()).toBe("?sort=-name&zone=north&zone=coast");
});

test("the fields follow the address when one goes back", () => {
  const { setSearch } = show("?zone=north");
  expect([box("North").checked, box("Coast").checked]).toEqual([true, false]);
  setSearch("?zone=coast");
  expect([box("North").checked, box("Coast").checked]).toEqual([false, true]);
});

test("a chip takes its own filter away and no other", () => {
  show("?zone=north&zone=coast&q=hill");
  const chip = screen.getByRole("link", { name: "Remove filter Zone: North" });
  expect(chip.getAttribute("href")).toBe("?q=hill&zone=coast");
});

test("a sorted column says so, and its header leads to the other order", () => {
  render(() => (
    <Table
      caption="Places"
      columns={[{ key: "name", header: "Name", sortable: true, cell: (row: string) => row }]}
      rows={["One"]}
      search="?sort=name"
    />
  ));
  const header = screen.getByRole("columnheader", { name: "Name" });
  expect(header.getAttribute("aria-sort")).toBe("ascending");
  expect(screen.getByRole("link", { name: "Name" }).getAttribute("href")).toBe("?sort=-name");
});

test("the scroll box of a table has its caption for a name and can be reached by keyboard", () => {
  render(() => (
    <Table
      caption="Places"
      columns={[{ key: "name", header: "Name", cell: (row: string) => row }]}
      rows={["One"]}
    />
  ));
  expect(screen.getByRole("region", { name: "Places" }).tabIndex).toBe(0);
});

test("a table without rows shows what stands in their place", () => {
  render(() => (
    <Table
      caption="Places"
      columns={[{ key: "name", header: "Name", cell: (row: string) => row }]}
      rows={[]}
      empty={<p>None yet</p>}
    />
  ));
  expect(screen.getByText("None yet")).toBeTruthy();
  expect(screen.queryByRole("table")).toBeNull();
});

test("a single page has no pagination; this page is marked", () => {
  render(() => <Pagination page={1} pages={1} search="" label="Short" />);
  expect(screen.queryByRole("navigation", { name: "Short" })).toBeNull();
  render(() => <Pagination page={2} pages={3} search="?zone=north" label="Long" />);
  expect(screen.getByRole("link", { name: "Page 2" }).getAttribute("aria-current")).toBe("page");
  expect(screen.getByRole("link", { name: "Previous page" }).getAttribute("href")).toBe(
    "?zone=north",
  );
});
