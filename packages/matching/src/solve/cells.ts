/* Each accessor guarantees one thing: its callers index within the array that they built.
   One accessor per array type, because a shared one would see many types and run several times slower. */

export const real = (cells: Float64Array, index: number): number => cells[index] as number;

export const whole = (cells: Int32Array, index: number): number => cells[index] as number;

export const flagAt = (cells: Uint8Array, index: number): number => cells[index] as number;

export const entry = <Value>(list: readonly Value[], index: number): Value => list[index] as Value;
