import { createSignal, createUniqueId, For, Show } from "solid-js";

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
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  const [button, setButton] = createSignal<HTMLButtonElement>();
  const [box, setBox] = createSignal<HTMLDivElement>();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open()) return;
    setOpen(false);
    button()?.focus();
  };
  const onFocusOut = (event: FocusEvent) => {
    const goesTo = event.relatedTarget;
    if (goesTo instanceof Node && !box()?.contains(goesTo)) setOpen(false);
  };
  return (
    <div class="a-account" ref={setBox} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <button
        ref={setButton}
        type="button"
        class="a-header__button"
        aria-expanded={open()}
        aria-controls={id}
        onClick={() => setOpen(!open())}
      >
        <span class="govuk-visually-hidden">{"Account: "}</span>
        {props.name}
      </button>
      <Show when={open()}>
        <ul class="a-account__panel" id={id} onClick={() => setOpen(false)}>
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
