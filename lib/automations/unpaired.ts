import type { ToolCard } from "@/lib/tools/card";
import type { Trigger } from "@/lib/triggers/trigger";
import type { Content } from "./content";
import { mirrorOf } from "./templates";

/** An automation of a product, as far as it matters who takes away what it gives. */
export type Pairable = {
  id: string;
  enabled: boolean;
  productId: string;
  /** Whether accesses to the product end. */
  ends: boolean;
  content: Content;
};

const ENDS: readonly Trigger[] = ["subscription_ended", "access_expired"];

/**
 * Those that give something with an access that ends, while no automation of the product that is
 * switched on takes it away then.
 */
export function unpaired(all: readonly Pairable[], tools: readonly ToolCard[]): Set<string> {
  const working = all.filter(({ enabled }) => enabled);
  const alone = working.filter(
    (one) =>
      one.ends &&
      mirrorOf(one.content, tools) &&
      !working.some(
        (other) => other.productId === one.productId && takes(other.content, one.content, tools),
      ),
  );
  return new Set(alone.map(({ id }) => id));
}

/** It may take away more than was given, such as all of an account, but nothing else. */
function takes(taking: Content, giving: Content, tools: readonly ToolCard[]): boolean {
  const action = tools.find(({ id }) => id === taking.tool)?.actions[taking.action];
  return (
    ENDS.includes(taking.trigger) &&
    action?.takesAway === true &&
    taking.tool === giving.tool &&
    taking.integrationId === giving.integrationId &&
    // One with conditions leaves some, unless they were chosen at the giving, too.
    (taking.conditions.length === 0 || giving.conditions.length > 0) &&
    Object.entries(taking.input).every(([name, value]) => giving.input[name] === value)
  );
}
