/** Two lines that go the same way, side by side, and the product's name. */
export function Wordmark(props: { product: string; href: string }) {
  return (
    <a class="a-wordmark" href={props.href}>
      <svg viewBox="0 0 30 36" aria-hidden="true">
        <path class="a-wordmark__first" d="M5 32c0-11 7-12 7-20V4" />
        <path class="a-wordmark__second" d="M17 32c0-11 7-12 7-20V4" />
      </svg>
      <span>{props.product}</span>
    </a>
  );
}
