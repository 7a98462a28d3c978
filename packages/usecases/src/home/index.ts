export { showHome } from "./show.ts";
