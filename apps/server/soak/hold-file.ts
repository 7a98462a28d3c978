// A process of its own that has the database open: it takes the lock for writing, and lets go of it, when it is told to. Another copy of SQLite in the
// process that inspects the file would take that process's own locks away.
import { DatabaseSync } from "node:sqlite";

const database = new DatabaseSync(process.argv[2] ?? "");
database.exec("SELECT count(*) FROM needs");
process.on("message", (word) => {
  if (word === "leave") {
    database.close();
    process.disconnect();
    return;
  }
  database.exec(word === "hold" ? "BEGIN IMMEDIATE" : "COMMIT");
  process.send?.("done");
});
process.send?.("done");
