import "../../look/list.scss";
import { For, Show } from "solid-js";
import { pageAddress } from "../address.ts";
import { pagesToShow } from "./pages.ts";

type PaginationProps = {
  page: number;
  pages: number;
  /** The address's query: `location.search`. */
  search: string;
  label?: string;
};

function PageLink(props: { each: number; now: number; pages: number; search: string }) {
  const isNear = () => Math.abs(props.each - props.now) <= 1;
  return (
    <li classList={{ "a-pagination__far": !isNear() }}>
      <a
        class="govuk-link govuk-link--no-visited-state"
        href={pageAddress(props.search, props.each)}
        aria-label={`Page ${props.each}`}
        aria-current={props.each === props.now ? "page" : undefined}
      >
        {props.each}
      </a>
    </li>
  );
}

/** The way through a long list, kept in the address. Nothing is shown for a single page. */
export function Pagination(props: PaginationProps) {
  const step = (by: number, words: string, rel: "prev" | "next") => (
    <Show when={props.page + by >= 1 && props.page + by <= props.pages}>
      <a
        class="govuk-link govuk-link--no-visited-state"
        rel={rel}
        href={pageAddress(props.search, props.page + by)}
      >
        {words}
        <span class="govuk-visually-hidden">{" page"}</span>
      </a>
    </Show>
  );
  return (
    <Show when={props.pages > 1}>
      <nav class="a-pagination" aria-label={props.label ?? "Pages"}>
        {step(-1, "Previous", "prev")}
        <ul>
          <For each={pagesToShow(props.page, props.pages)}>
            {(each) =>
              each === "gap" ? (
                <li class="a-pagination__far">
                  <span aria-hidden="true">…</span>
                </li>
              ) : (
                <PageLink each={each} now={props.page} pages={props.pages} search={props.search} />
              )
            }
          </For>
        </ul>
        {step(1, "Next", "next")}
      </nav>
    </Show>
  );
}
