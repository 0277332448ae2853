import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  allowedDevOrigins: ["127.0.0.1"],
  poweredByHeader: false,
  serverExternalPackages: ["pino", "@node-rs/argon2", "postgres", "nodemailer"],
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
