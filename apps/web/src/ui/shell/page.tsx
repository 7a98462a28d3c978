import { createEffect, createSignal, onMount, Show, type JSX } from "solid-js";
import { useShell } from "./shell-context.ts";

export type PageProps = {
  /** The heading, and the first part of the document's title. */
  title: string;
  /** A short line above the heading: where this page belongs. */
  caption?: string | undefined;
  /** One sentence under the heading that says what the page is for. */
  lead?: JSX.Element;
  /** Breadcrumbs or a back link, above the heading. */
  before?: JSX.Element;
  /** True while a form on the page shows errors: the title then begins with 'Error:'. */
  error?: boolean | undefined;
  children?: JSX.Element;
};

let isFirstPage = true;

/** The title that a browser's tab shows, most particular part first. */
export function documentTitle(parts: readonly (string | undefined)[], error: boolean): string {
  const text = parts.filter((part) => part !== undefined && part !== "").join(" – ");
  return error ? `Error: ${text}` : text;
}

/** One page: its heading takes the focus when one comes from another page, so that the change is heard. */
export function Page(props: PageProps) {
  const shell = useShell();
  const [heading, setHeading] = createSignal<HTMLHeadingElement>();
  createEffect(() => {
    document.title = documentTitle([props.title, shell.area, shell.product], props.error === true);
  });
  onMount(() => {
    if (!isFirstPage) heading()?.focus({ preventScroll: true });
    isFirstPage = false;
    shell.onPage?.();
  });
  return (
    <>
      {props.before}
      <h1 ref={setHeading} tabindex="-1" class="govuk-heading-xl">
        <Show when={props.caption}>
          <span class="a-caption">{props.caption}</span>
        </Show>
        {props.title}
      </h1>
      <Show when={props.lead}>
        <p class="a-lead">{props.lead}</p>
      </Show>
      {props.children}
    </>
  );
}
