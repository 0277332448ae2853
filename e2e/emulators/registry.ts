import { activecampaign } from "./activecampaign";
import { circle } from "./circle";
import type { Emulator } from "./core/running";
import { getresponse } from "./getresponse";
import { kit } from "./kit";
import { mailchimp } from "./mailchimp";
import { mailerlite } from "./mailerlite";
import { mailerliteClassic } from "./mailerlite-classic";
import { sendgrid } from "./sendgrid";
import { webhooks } from "./webhooks";

/** Every emulated tool. The webhooks stand last: they take whatever host is left. */
export const registry: Emulator[] = [
  activecampaign,
  circle,
  getresponse,
  kit,
  mailchimp,
  mailerlite,
  mailerliteClassic,
  sendgrid,
  webhooks,
];
