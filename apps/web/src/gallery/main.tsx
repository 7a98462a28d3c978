import { render } from "solid-js/web";
import { Gallery } from "./gallery.tsx";

const place = document.getElementById("app");
if (place !== null) render(() => <Gallery />, place);
