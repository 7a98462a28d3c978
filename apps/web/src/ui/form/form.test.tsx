import { render, screen } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import { TextField } from "../field/text-field.tsx";
import { Radios } from "../field/radios.tsx";
import { createForm, problemsOf, type FieldErrors, type SubmitOutcome } from "./create-form.ts";
import { Form } from "./form.tsx";

type Answers = { name: string; phase: "primary" | "secondary" | "" };

type Wiring = {
  submit: (answers: Answers) => Promise<SubmitOutcome>;
  check?: (answers: Answers) => FieldErrors;
};

function show(wiring: Wiring) {
  const form = createForm<Answers>({ initial: { name: "", phase: "" }, ...wiring });
  render(() => (
    <Form form={form} submitLabel="Send">
      <TextField {...form.field("name")} label="Name" hint="As on the sign" />
      <Radios
        {...form.field("phase")}
        label="Phase"
        choices={[
          { value: "primary", label: "Primary" },
          { value: "secondary", label: "Secondary" },
        ]}
      />
    </Form>
  ));
  return form;
}

function type(name: string, value: string) {
  const field = screen.getByRole("textbox", { name });
  if (!(field instanceof HTMLInputElement)) throw new Error("not a text field");
  field.value = value;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 0));

const send = async () => {
  screen.getByRole("button", { name: "Send" }).click();
  await rest();
};

const check = (answers: Answers): FieldErrors => ({
  name: answers.name === "" ? "Enter a name" : undefined,
  phase: answers.phase === "" ? "Choose a phase" : undefined,
});

test("a form with errors is not sent; the summary takes the focus", async () => {
  let sent = 0;
  show({ check, submit: async () => ((sent += 1), { done: true }) });
  await send();
  expect(sent).toBe(0);
  expect(screen.getByRole("heading", { name: "There is a problem" })).toBeTruthy();
  expect(document.activeElement?.textContent).toContain("Enter a name");
});

test("the summary takes the focus again when the next try fails too", async () => {
  show({ check, submit: async () => ({ done: true }) });
  await send();
  screen.getByRole("textbox", { name: "Name" }).focus();
  await send();
  expect(document.activeElement?.className).toContain("error-summary");
});

test("each line of the summary leads to its field, to the first choice of several", async () => {
  show({ check, submit: async () => ({ done: true }) });
  await send();
  screen.getByRole("link", { name: "Enter a name" }).click();
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name" }));
  screen.getByRole("link", { name: "Choose a phase" }).click();
  expect(document.activeElement).toBe(screen.getByRole("radio", { name: "Primary" }));
});

test("a field that is wrong says so and is described by its hint and its error", async () => {
  show({ check, submit: async () => ({ done: true }) });
  await send();
  const field = screen.getByRole("textbox", { name: "Name" });
  expect(field.getAttribute("aria-invalid")).toBe("true");
  const texts = field
    .getAttribute("aria-describedby")
    ?.split(" ")
    .map((id) => document.getElementById(id)?.textContent);
  expect(texts).toEqual(["As on the sign", "Error: Enter a name"]);
});

test("what the server finds wrong appears at its field, and the answers stay", async () => {
  const form = show({
    submit: async () => ({ done: false, fields: { name: "This name is taken" } }),
  });
  type("Name", "Zoë O’Brien");
  await send();
  expect(screen.getByRole("link", { name: "This name is taken" })).toBeTruthy();
  expect(form.values().name).toBe("Zoë O’Brien");
  expect(screen.getByRole("textbox", { name: "Name" })).toHaveProperty("value", "Zoë O’Brien");
});

test("a fault keeps the answers and says that nothing was sent", async () => {
  const form = show({ submit: () => Promise.reject(new Error("down")) });
  type("Name", "Ada");
  await send();
  expect(screen.getByText(/nothing was sent/)).toBeTruthy();
  expect(form.values().name).toBe("Ada");
  expect(form.pending()).toBe(false);
});

test("pressing the button again while the form is on its way sends it once", async () => {
  let sent = 0;
  let finish: (outcome: SubmitOutcome) => void = () => undefined;
  const form = show({
    submit: () => ((sent += 1), new Promise((resolve) => (finish = resolve))),
  });
  await send();
  await send();
  const tried = await form.submit();
  expect(tried).toBe(false);
  expect(sent).toBe(1);
  expect(screen.getByRole("button", { name: "Send" }).getAttribute("aria-disabled")).toBe("true");
  finish({ done: true });
  await rest();
  expect(screen.getByRole("button", { name: "Send" }).getAttribute("aria-disabled")).toBeNull();
});

test("a success takes the errors away and counts as unchanged", async () => {
  const form = show({ check, submit: async () => ({ done: true }) });
  await send();
  type("Name", "Ada");
  form.set("phase", "primary");
  expect(form.changed()).toBe(true);
  await send();
  expect(screen.queryByRole("alert")).toBeNull();
  expect(form.changed()).toBe(false);
  expect(form.values()).toEqual({ name: "Ada", phase: "primary" });
});

test("an error of no known field is not lost: it belongs to the form", () => {
  expect(
    problemsOf(["name"], { other: "The term is closed", name: "Enter a name" }, "Stop"),
  ).toEqual([
    { name: undefined, message: "Stop" },
    { name: "name", message: "Enter a name" },
    { name: undefined, message: "The term is closed" },
  ]);
});
