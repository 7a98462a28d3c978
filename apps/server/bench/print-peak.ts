// Loaded before a command by `--import`: prints the most memory that its process held, in kilobytes.
process.on("exit", () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`));
