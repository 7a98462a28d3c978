import { For, Show } from "solid-js";
import { createDisclosure } from "./create-disclosure.ts";

export type AccountItem = { readonly text: string } & (
  | { readonly href: string }
  | { readonly onPress: () => void }
);

const hrefOf = (item: AccountItem) => ("href" in item ? item.href : undefined);

const press = (item: AccountItem) => "onPress" in item && item.onPress();

function Item(props: { item: AccountItem }) {
  return (
    <Show
      when={hrefOf(props.item)}
      fallback={
        <button type="button" class="a-account__item" onClick={() => press(props.item)}>
          {props.item.text}
        </button>
      }
    >
      {(href) => (
        <a class="a-account__item" href={href()}>
          {props.item.text}
        </a>
      )}
    </Show>
  );
}

/** Who is signed in, and what that person may do with the account. Escape and leaving it close it. */
export function AccountMenu(props: { name: string; items: readonly AccountItem[] }) {
  const menu = createDisclosure();
  return (
    <div
      class="a-account"
      ref={menu.setBox}
      onKeyDown={menu.onKeyDown}
      onFocusOut={menu.onFocusOut}
    >
      <button
        ref={menu.setButton}
        type="button"
        class="a-header__button"
        aria-expanded={menu.open()}
        aria-controls={menu.id}
        onClick={() => menu.setOpen(!menu.open())}
      >
        <span class="govuk-visually-hidden">{"Account: "}</span>
        {props.name}
      </button>
      <Show when={menu.open()}>
        <ul class="a-account__panel" id={menu.id} onClick={() => menu.setOpen(false)}>
          <For each={props.items}>
            {(item) => (
              <li>
                <Item item={item} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}
