/** One request as the throttle tests look at it. */
export type LogEntry = {
  tool: string;
  method: string;
  host: string;
  path: string;
  /** 0 when the connection was left hanging or reset. */
  status: number;
  /** Epoch ms of arrival. */
  at: number;
  ms: number;
};

const KEPT = 5_000;

export class RequestLog {
  private entries: LogEntry[] = [];

  add(entry: LogEntry): void {
    this.entries.push(entry);
    // Cut in blocks: shifting one by one would copy 5,000 entries for every request.
    if (this.entries.length > KEPT * 2) this.entries = this.entries.slice(-KEPT);
  }

  /** Oldest first. */
  last(count: number, tool?: string): LogEntry[] {
    const kept = this.entries.slice(-KEPT);
    return (tool ? kept.filter((entry) => entry.tool === tool) : kept).slice(-count);
  }

  clear(): void {
    this.entries = [];
  }
}
