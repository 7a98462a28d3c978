const shape = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;

/** A postcode in capitals with one space before its last three characters; `null` when the text is none. */
export const normalisePostcode = (text: string): string | null => {
  const [, outward, inward] = shape.exec(text.toUpperCase().replace(/\s+/g, "")) ?? [];
  return outward === undefined || inward === undefined ? null : `${outward} ${inward}`;
};
