import { createEffect, createUniqueId, Show, type JSX } from "solid-js";

type DialogProps = {
  open: boolean;
  title: string;
  /** Also when Escape is pressed. */
  onClose: () => void;
  children: JSX.Element;
};

/** The browser's own dialog: the rest of the page is out of reach, and the focus comes back where it was. */
export function Dialog(props: DialogProps) {
  const id = createUniqueId();
  let box: HTMLDialogElement | undefined;
  createEffect(() => {
    if (props.open && box?.open === false) box.showModal();
    else if (!props.open && box?.open === true) box.close();
  });
  const onCancel = (event: Event) => {
    event.preventDefault();
    props.onClose();
  };
  return (
    <dialog ref={box} class="a-dialog" aria-labelledby={id} onCancel={onCancel}>
      <Show when={props.open}>
        <h2 class="govuk-heading-m" id={id} tabindex="-1" autofocus>
          {props.title}
        </h2>
        {props.children}
      </Show>
    </dialog>
  );
}
