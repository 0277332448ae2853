import type { Job } from "./job-queries";

/**
 * The body of a call, in canonical form: members are written in sorted order, and what was stored is canonical already.
 * `ctx.fn_id` is left out on purpose: without it the SDK does not report through a second channel.
 */
export function callBody(job: Job, maxAttempts: number): string {
  const { run } = job;
  const memos = job.slept === null ? run.steps : [...run.steps, [job.slept, "null"] as const];
  const stack = memos.map(([id]) => id);
  const context = [
    `"attempt":${job.attempt}`,
    `"disable_immediate_execution":${run.planning}`,
    `"env":""`,
    `"max_attempts":${maxAttempts}`,
    `"run_id":${JSON.stringify(run.id)}`,
    `"stack":{"current":${stack.length},"stack":${JSON.stringify(stack)}}`,
    `"step_id":${JSON.stringify(job.stepId)}`,
    `"use_api":false`,
  ];
  const steps = [...memos]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, memo]) => `${JSON.stringify(id)}:${memo}`);
  return (
    `{"ctx":{${context.join(",")}},"defers":{},"event":${run.event},"events":[${run.event}],` +
    `"steps":{${steps.join(",")}},"use_api":false,"version":${run.version}}`
  );
}
