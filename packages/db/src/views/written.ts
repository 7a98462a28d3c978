/**
 * What a statement wrote as JSON into one cell. The driver carries every cell of every row by itself, which for a long list costs more than
 * finding it. Guarantee: the caller names the shape that its own statement writes.
 */
export const written = <Shape>(text: string): Shape => JSON.parse(text) as Shape;
