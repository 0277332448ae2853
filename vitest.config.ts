import { defineConfig } from "vitest/config";

const alias = {
  "@": import.meta.dirname,
  "server-only": `${import.meta.dirname}/drizzle/testing/empty.ts`,
};

/** Two kinds: `unit` needs nothing; `database` (files ending in .db.test.ts) gets a real PostgreSQL. */
export default defineConfig({
  test: {
    // One more than the smallest machine has processors: many tests here wait for a clock instead of computing.
    maxWorkers: 3,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          // A thread for each file is a sixth less work than a process.
          pool: "threads",
          include: ["{app,components,lib,drizzle,e2e,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts", "**/node_modules/**"],
          setupFiles: ["drizzle/testing/env.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          include: ["{app,lib,drizzle,e2e,scripts}/**/*.db.test.ts"],
          setupFiles: ["drizzle/testing/env.ts", "drizzle/testing/database.ts"],
          globalSetup: ["drizzle/testing/global-setup.ts"],
          testTimeout: 20_000,
        },
      },
    ],
  },
});
