import { setTimeout as wait } from "node:timers/promises";
import type { z } from "zod";
import type { Answer, Call, Reply } from "./call";
import type { Now } from "./clock";
import { type ControlResult, controlInput } from "./control";
import { type Command, type EmulatorSpec, isAnswer } from "./emulator";
import { type Fault, replyTo, takeFault } from "./faults";
import { changeKeys, isAccepted, type Keys, noKeys } from "./keys";
import type { RateLimitOverride } from "./rate-limit";
import { matchRoute, methodsOn } from "./routing";
import { Traffic } from "./traffic";

/** A tool at work. What kind of account it keeps is nobody's business outside. */
export type Running = {
  id: string;
  title: string;
  serves: (host: string) => boolean;
  handle: (call: Call) => Promise<Reply>;
  view: () => Record<string, unknown>;
  control: (body: unknown) => ControlResult;
  reset: () => void;
  /** Plain data to persist. */
  saved: () => unknown;
};

/** A registered tool, not yet started; `saved` is what an earlier process left behind. */
export type Emulator = {
  id: string;
  start: (environment: { now: Now; changed: () => void }, saved?: unknown) => Running;
};

export function defineEmulator<Account, Switches>(spec: EmulatorSpec<Account, Switches>): Emulator {
  return {
    id: spec.id,
    start: ({ now, changed }, saved) => new RunningTool(spec, now, changed, saved),
  };
}

type ToolState<Account, Switches> = {
  accounts: Record<string, Account>;
  keys: Keys;
  switches: Switches;
  faults: Fault[];
  latencyMs: number;
  rateLimit: RateLimitOverride;
  requests: number;
};

const REFUSED = /bad|zly/i;

class RunningTool<Account, Switches> implements Running {
  readonly id: string;
  readonly title: string;
  private state: ToolState<Account, Switches>;
  private readonly traffic: Traffic;

  constructor(
    private readonly spec: EmulatorSpec<Account, Switches>,
    private readonly now: Now,
    private readonly changed: () => void,
    saved: unknown,
  ) {
    this.id = spec.id;
    this.title = spec.title;
    this.traffic = new Traffic(spec.limits, now);
    // Our own file, its version checked by whoever read it.
    this.state = (saved as ToolState<Account, Switches> | undefined) ?? this.fresh();
  }

  serves = (host: string) => this.spec.serves(host);

  saved = () => this.state;

  reset = () => {
    this.state = this.fresh();
    this.traffic.clear();
    this.changed();
  };

  async handle(call: Call): Promise<Reply> {
    const { state, traffic } = this;
    state.requests += 1;
    this.changed();
    const fault = takeFault(state.faults, call);
    const key = this.spec.credential?.read(call) ?? "";
    const name = this.accountName(call, key);
    this.spec.observe?.(this.account(name), call);
    const lane = traffic.laneOf(name, key);
    const busy = traffic.enter(lane);
    try {
      const latency = state.latencyMs + (fault?.latencyMs ?? 0);
      if (latency > 0) await wait(latency);
      const answer = () => this.answer(call, key, lane, busy);
      if (!fault) return { kind: "answer", answer: answer() };
      return replyTo(fault, {
        answer,
        throttled: () => traffic.forced(call, lane, state.rateLimit),
        documented: (name) => this.documented(name)(call),
      });
    } finally {
      traffic.leave(lane);
    }
  }

  view(): Record<string, unknown> {
    const lists: Record<string, object[]> = {};
    for (const [account, data] of Object.entries(this.state.accounts)) {
      this.spec.settle?.(data, this.now(), this.state.switches);
      for (const [name, items] of Object.entries(this.spec.view(data))) {
        lists[name] = [...(lists[name] ?? []), ...items.map((item) => ({ account, ...item }))];
      }
    }
    return { title: this.title, requests: this.state.requests, ...lists };
  }

  control(body: unknown): ControlResult {
    const change = controlInput.parse(body);
    if (change.reset) this.reset();
    this.changeSettings(change);
    const { addList, removeList, setAddress } = this.spec.commands;
    const lists = [
      ...this.run("addLists", addList, change.addLists),
      ...this.run("removeLists", removeList, change.removeLists),
    ];
    const addresses = this.run("addresses", setAddress, change.addresses);
    this.changed();
    return {
      tool: this.id,
      lists,
      addresses,
      switches: this.state.switches,
      documented: Object.keys(this.spec.documented ?? {}),
      pendingFaults: this.state.faults.length,
    };
  }

  private answer(call: Call, key: string, lane: string, busy: number): Answer {
    const { state, traffic } = this;
    const meant = this.spec.accountOf(call);
    const refused = isAnswer(meant) ? meant : this.wrongKey(call, key);
    const answer =
      refused ?? traffic.refusal(call, lane, busy, state.rateLimit) ?? this.route(call, key);
    return {
      ...answer,
      headers: {
        ...this.spec.replyHeaders?.(),
        ...traffic.headers(call, lane, state.rateLimit),
        ...answer.headers,
      },
    };
  }

  private wrongKey(call: Call, key: string): Answer | undefined {
    const { credential } = this.spec;
    if (!credential) return undefined;
    if (key === "") return credential.wrong("missing", call);
    const wellFormed = credential.wellFormed(key, call);
    const accepted = isAccepted(this.state.keys, key, wellFormed, credential.refused ?? REFUSED);
    return accepted ? undefined : credential.wrong("wrong", call);
  }

  private route(call: Call, key: string): Answer {
    const { spec, state } = this;
    const account = this.account(this.accountName(call, key));
    spec.settle?.(account, this.now(), state.switches);
    const path = call.path.startsWith(spec.base) ? call.path.slice(spec.base.length) : undefined;
    const match = path === undefined ? undefined : matchRoute(spec.routes, call.method, path);
    if (!match) {
      return spec.notFound(call, path === undefined ? [] : methodsOn(spec.routes, path));
    }
    const asked = { call, params: match.params, account, switches: state.switches, key };
    const answer = match.route.handle(asked);
    this.changed();
    return answer;
  }

  private accountName(call: Call, key: string): string {
    const meant = this.spec.accountOf(call);
    return this.state.keys.added[key] || (isAnswer(meant) ? "" : meant);
  }

  private account(name: string): Account {
    const known = this.state.accounts[name];
    if (known) return known;
    const opened = this.spec.seed(name);
    this.state.accounts[name] = opened;
    return opened;
  }

  private documented(name: string): (call: Call) => Answer {
    const answer = this.spec.documented?.[name];
    if (!answer) throw new RangeError(`${this.id} documents no error named "${name}"`);
    return answer;
  }

  private changeSettings(change: z.output<typeof controlInput>): void {
    const { state } = this;
    for (const fault of change.faults ?? []) {
      if (fault.kind === "documented") this.documented(fault.name ?? "");
    }
    if (change.switches) {
      state.switches = this.spec.switches.parse({ ...state.switches, ...change.switches });
    }
    if (change.keys) changeKeys(state.keys, change.keys);
    if (change.clearFaults) state.faults = [];
    state.faults.push(...(change.faults ?? []));
    state.latencyMs = change.latencyMs ?? state.latencyMs;
    if (change.rateLimit === undefined) return;
    state.rateLimit = change.rateLimit;
    this.traffic.clear();
  }

  private run(
    name: string,
    apply: Command<Account> | undefined,
    inputs: Record<string, unknown>[] = [],
  ): unknown[] {
    if (inputs.length > 0 && !apply) throw new RangeError(`${this.id} has no "${name}"`);
    return inputs.map(({ account = this.spec.accounts[0], ...input }) =>
      apply?.(this.account(String(account)), input, this.now()),
    );
  }

  private fresh(): ToolState<Account, Switches> {
    return {
      accounts: Object.fromEntries(this.spec.accounts.map((name) => [name, this.spec.seed(name)])),
      keys: noKeys(),
      switches: this.spec.switches.parse({}),
      faults: [],
      latencyMs: 0,
      rateLimit: "vendor",
      requests: 0,
    };
  }
}
