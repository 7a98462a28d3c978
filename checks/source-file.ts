import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

export const root = resolve(import.meta.dirname, "..");

/** The source files of the checkout, tracked or new, by their path from the root. */
export const sourceFiles = (): readonly string[] =>
  execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.ts", "*.tsx"], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\n")
    .filter((file) => file !== "" && !/\/(fixtures|generated)\//.test(file));

export const readSource = (file: string): string => readFileSync(resolve(root, file), "utf8");
