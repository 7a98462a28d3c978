import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { dataProtectionPage } from "./personal-page.ts";
import { readFigures, securityPage } from "./security-page.ts";
import { root } from "./source-file.ts";

writeFileSync(resolve(root, "docs/security.md"), securityPage(readFigures()));
writeFileSync(resolve(root, "docs/data-protection.md"), dataProtectionPage());
