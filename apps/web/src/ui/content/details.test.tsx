import { render, screen } from "@solidjs/testing-library";
import { createSignal, For } from "solid-js";
import { describe, expect, it } from "vitest";
import { Details } from "./details.tsx";

const shown = (text: string): HTMLDetailsElement | null =>
  screen.getByText(text).closest("details");

describe("what is folded", () => {
  it("stays open when an update draws it anew, and only what was open", () => {
    const [leaders, setLeaders] = createSignal([{ name: "Ada" }, { name: "Bea" }]);
    render(() => (
      <For each={leaders()}>
        {({ name }) => <Details summary={`All about ${name}`}>{name}</Details>}
      </For>
    ));
    const before = shown("All about Ada");
    before?.setAttribute("open", "");
    setLeaders([{ name: "Ada" }, { name: "Bea" }]);
    expect(shown("All about Ada")).not.toBe(before);
    expect(shown("All about Ada")?.open).toBe(true);
    expect(shown("All about Bea")?.open).toBe(false);
  });

  it("is closed when somebody comes to it later", async () => {
    const [isHere, setHere] = createSignal(true);
    render(() => <>{isHere() ? <Details summary="Later">x</Details> : null}</>);
    shown("Later")?.setAttribute("open", "");
    setHere(false);
    await new Promise((done) => setTimeout(done));
    setHere(true);
    expect(shown("Later")?.open).toBe(false);
  });
});
