"use server";

import { after } from "next/server";
import { memberAction } from "@/lib/action";
import { sampleInput } from "@/lib/easycart/input";
import { sendSample } from "@/lib/easycart/send-sample";
import { announceReceived } from "@/lib/inngest/announce";

/** Takes the same way in as EasyCart's own post: stored first, announced once the answer is on its way. */
export const sendSampleEvent = memberAction(
  "sendSample",
  sampleInput,
  async (input, { storeId }) => {
    const received = await sendSample(storeId, input);
    after(() => announceReceived(received));
  },
);
