const whole = new Intl.NumberFormat("en-GB");

/** '1 school', '2 schools', '1,204 schools'. Give the plural where an added 's' would be wrong. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${whole.format(count)} ${count === 1 ? one : many}`;
}
