import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

// A database for this test file alone: what sweeps the whole database, as the engine does, must not
// meet the rows of a file that runs beside it. Copying the migrated template takes some 30 ms.
const url = new URL(inject("template"));
const template = url.pathname.slice(1);
const name = `${template}_${randomBytes(4).toString("hex")}`;

url.pathname = "postgres";
const admin = postgres(url.href, { max: 1, onnotice() {} });
await admin`create database ${admin(name)} template ${admin(template)}`;
await admin.end({ timeout: 5 });

url.pathname = name;
process.env.DATABASE_URL = url.href;
process.env.INNGEST_BASE_URL = inject("engineUrl");
