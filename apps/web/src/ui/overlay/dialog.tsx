import { createEffect, createSignal, createUniqueId, Show, type JSX } from "solid-js";

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
  const [box, setBox] = createSignal<HTMLDialogElement>();
  createEffect(() => {
    const dialog = box();
    if (props.open && dialog?.open === false) dialog.showModal();
    else if (!props.open && dialog?.open === true) dialog.close();
  });
  const onCancel = (event: Event) => {
    event.preventDefault();
    props.onClose();
  };
  return (
    <dialog ref={setBox} class="a-dialog" aria-labelledby={id} onCancel={onCancel}>
      <Show when={props.open}>
        <h2 class="govuk-heading-m" id={id} tabindex="-1" autofocus>
          {props.title}
        </h2>
        {props.children}
      </Show>
    </dialog>
  );
}
