import type { Group, GroupChange } from "./group-queries";
import type { Lease } from "./intake-queries";
import type { Job } from "./job-queries";
import type { GroupTransition } from "./transition";

/**
 * What an answer changes in a run's group of parallel steps. What the app names anew replaces what was open; steps that
 * are finished stay so. When nothing is open any more, or a race has its winner, the app is asked what comes next.
 */
export function changeGroup(
  job: Job,
  transition: GroupTransition,
  { group, at, lease }: { group: Group; at: Date; lease: Lease | null },
): GroupChange {
  const { version, memos, race } = transition;
  const done = new Set([...group.done, ...memos.map(({ id }) => id)]);
  const waits = transition.waits.filter(({ stepId }) => !done.has(stepId));
  const pending = waits.length
    ? waits.map(({ stepId }) => stepId)
    : group.pending.filter((id) => !done.has(id));
  const opens = memos.length + transition.waits.length > 1 && job.stepId === "step";
  const over = race || pending.length === 0;
  return {
    at,
    version,
    memos,
    pending,
    planning: !over && (opens || job.run.planning),
    jobs: waits.map(({ stepId, until, race: racing }) => ({
      stepId,
      due: until ?? at,
      slept: until && stepId,
      race: racing,
    })),
    discover: over ? { lease } : null,
  };
}
