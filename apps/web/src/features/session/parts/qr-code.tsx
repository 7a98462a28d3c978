import { encode } from "uqr";

/** A text as a QR code, drawn by the page itself: nothing of it leaves the browser. */
export function QrCode(props: { text: string; label: string }) {
  const drawn = () => {
    const { data: rows, size } = encode(props.text, { border: 4 });
    const path = rows
      .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
      .join("");
    return { path, size };
  };
  return (
    <svg
      class="a-qr"
      role="img"
      aria-label={props.label}
      width="200"
      height="200"
      viewBox={`0 0 ${drawn().size} ${drawn().size}`}
      shape-rendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#ffffff" />
      <path d={drawn().path} fill="#000000" />
    </svg>
  );
}
