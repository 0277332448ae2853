import pino from "pino";
import { logLevel } from "./env";

/** JSON lines on standard error, so that standard output stays free for what a person reads. */
export const log = pino(
  {
    level: logLevel(),
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: pino.stdSerializers.err },
    redact: {
      paths: ["*.password", "*.credentials", "*.secret", "*.authorization", "*.signingKey"],
      censor: "hidden",
    },
  },
  pino.destination({ dest: 2, sync: true }),
);
