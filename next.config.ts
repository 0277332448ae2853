import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  allowedDevOrigins: ["127.0.0.1"],
  poweredByHeader: false,
  // The dev server would write the arguments of actions to its log: passwords and keys among them.
  logging: { serverFunctions: false },
  serverExternalPackages: ["pino", "@node-rs/argon2", "postgres", "nodemailer"],
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
