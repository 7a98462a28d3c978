const shapes = [
  "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z",
  "M-5 -5h10v10h-10z",
  "M0 -7l7 7l-7 7l-7 -7z",
  "M0 -6.5l6.5 11h-13z",
  "M-6.5 -4.5h13l-6.5 11z",
] as const;

/** A point of a series: each series has a shape as well as a colour, for those who cannot tell the colours. */
export function Marker(props: { place: number; x: number; y: number }) {
  return (
    <path
      class={`a-fill-${props.place} a-edge`}
      transform={`translate(${props.x} ${props.y})`}
      d={shapes[(props.place - 1) % shapes.length]}
    />
  );
}
