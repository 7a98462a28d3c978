export * from "./bank-holiday.ts";
export * from "./easter.ts";
export * from "./instant.ts";
export * from "./iso-date.ts";
export * from "./london.ts";
export * from "./term.ts";
export * from "./working-day.ts";
