import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  allowedDevOrigins: ["127.0.0.1"],
  poweredByHeader: false,
  // The dev server would write the arguments of actions to its log: passwords and keys among them.
  logging: { serverFunctions: false },
  // Half of a build's time, for everyone who starts the app; `npm run check` and the tests look at types.
  typescript: { ignoreBuildErrors: true },
  // Loaded as they are: some hold native code, and inngest brings all of OpenTelemetry to bundle.
  serverExternalPackages: ["inngest", "pino", "@node-rs/argon2", "postgres", "nodemailer"],
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
