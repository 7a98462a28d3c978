export { checkReminders, remindAll, type Reminded } from "./remind.ts";
export { listSavedViews, removeView, saveView, type SavedView } from "./view.ts";
export { watchNeed } from "./watch.ts";
