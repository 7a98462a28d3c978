const openPaths = [
  "/sign-in",
  "/invitation",
  "/reset",
  "/privacy",
  "/accessibility",
  "/help",
  "/mailbox",
  "/answer",
];

/** Whether a page is for everyone, signed in or not. */
export const isOpen = (path: string): boolean =>
  openPaths.some((open) => path === open || path.startsWith(`${open}/`));
