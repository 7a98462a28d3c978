export { type Result, accepted, refused, type Refused, type Accepted } from "./result.ts";
