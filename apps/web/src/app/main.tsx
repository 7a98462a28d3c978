import { render } from "solid-js/web";
import { App } from "./app.tsx";
import { keepScroll } from "./scroll.ts";

keepScroll();
const root = document.getElementById("app");
if (root !== null) render(() => <App />, root);
