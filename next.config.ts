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

export default createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // The words are compiled with the build, so that no browser loads a parser for them.
  experimental: {
    messages: { path: "./messages", format: "json", locales: "infer", precompile: true },
  },
})(config);
