import { closeDb } from "../../lib/db";
import { seedDemo } from "./demo";

// One line of JSON, for the start script to show and to keep.
try {
  process.stdout.write(`${JSON.stringify(await seedDemo())}\n`);
} finally {
  await closeDb();
}
