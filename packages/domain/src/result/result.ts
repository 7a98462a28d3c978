export type Accepted<Value> = { readonly ok: true; readonly value: Value };
export type Refused<Refusal> = { readonly ok: false; readonly refusal: Refusal };

/** Either the value that was asked for, or a refusal that carries the facts a person needs to go on. */
export type Result<Value, Refusal> = Accepted<Value> | Refused<Refusal>;

export const accepted = <Value>(value: Value): Accepted<Value> => ({ ok: true, value });

export const refused = <const Refusal>(refusal: Refusal): Refused<Refusal> => ({
  ok: false,
  refusal,
});
