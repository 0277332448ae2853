import { canonicalize } from "./canonical";

/** What an expression may read. A missing attribute is `undefined` and counts as null. */
export type Scope = { event: unknown; async?: unknown };

export type Expression =
  | { kind: "literal"; value: string | number | boolean | null }
  | { kind: "path"; root: "event" | "async"; names: string[] }
  | { kind: "==" | "!=" | "&&" | "+"; left: Expression; right: Expression };

/** The part of CEL that is understood was left. The message names the expression and what stands in the way. */
export class ExpressionError extends Error {
  override name = "ExpressionError";
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|("(?:[^"\\\n]|\\["\\])*"|'(?:[^'\\\n]|\\['\\])*')|([A-Za-z_]\w*)|(==|!=|&&|[.()+]))/y;

type Token = { type: "number" | "text" | "name" | "sign"; text: string };

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  const scan = new RegExp(TOKEN);
  const end = source.trimEnd().length;
  while (scan.lastIndex < end) {
    const start = scan.lastIndex;
    const found = scan.exec(source);
    if (!found) throw refusal(source, `at "${source.slice(start).trim()}"`);
    const [, number, text, name, sign] = found;
    if (number !== undefined) tokens.push({ type: "number", text: number });
    else if (text !== undefined) tokens.push({ type: "text", text });
    else if (name !== undefined) tokens.push({ type: "name", text: name });
    else tokens.push({ type: "sign", text: sign ?? "" });
  }
  return tokens;
}

const refusal = (source: string, why: string) =>
  new ExpressionError(
    `the expression ${JSON.stringify(source)} is not supported (${why}); ` +
      "supported are event.… and async.… paths, texts, numbers, true, false, null, +, ==, != and &&",
  );

const NAMED = new Map<string, boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** Reads the supported part of CEL; throws ExpressionError on the rest. */
export function parseExpression(source: string): Expression {
  const tokens = tokenize(source);
  let at = 0;
  const taken = (text: string) => {
    const token = tokens[at];
    const fits = token?.type === "sign" && token.text === text;
    if (fits) at++;
    return fits;
  };

  function binary(operators: ("==" | "!=" | "&&" | "+")[], operand: () => Expression): Expression {
    let left = operand();
    for (;;) {
      const kind = operators.find(taken);
      if (!kind) return left;
      left = { kind, left, right: operand() };
    }
  }
  const all = (): Expression => binary(["&&"], comparison);
  const comparison = (): Expression => binary(["==", "!="], sum);
  const sum = (): Expression => binary(["+"], primary);

  function primary(): Expression {
    if (taken("(")) {
      const inner = all();
      if (!taken(")")) throw refusal(source, "a closing bracket is missing");
      return inner;
    }
    const token = tokens[at++];
    if (token?.type === "number") return { kind: "literal", value: Number(token.text) };
    if (token?.type === "text")
      return { kind: "literal", value: token.text.slice(1, -1).replace(/\\(.)/g, "$1") };
    if (token?.type === "name") return path(token.text);
    throw refusal(source, token ? `at "${token.text}"` : "it ends too early");
  }

  function path(root: string): Expression {
    const named = NAMED.get(root);
    if (named !== undefined) return { kind: "literal", value: named };
    if (root !== "event" && root !== "async") throw refusal(source, `unknown name "${root}"`);
    const names: string[] = [];
    while (taken(".")) {
      const token = tokens[at++];
      if (token?.type !== "name") throw refusal(source, "a name must follow the dot");
      names.push(token.text);
    }
    return { kind: "path", root, names };
  }

  const expression = all();
  const rest = tokens[at];
  if (rest) throw refusal(source, `at "${rest.text}"`);
  return expression;
}

/** The value at a path of names, `undefined` where something on the way is missing. */
export function readPath(from: unknown, names: readonly string[]): unknown {
  let value = from;
  for (const name of names) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name))
      return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** As Inngest: a missing attribute equals null, but neither another missing one nor anything else. */
function same(left: unknown, right: unknown): boolean {
  if (left === undefined || right === undefined) return left === null || right === null;
  return canonicalize(left) === canonicalize(right);
}

function add(left: unknown, right: unknown): unknown {
  if (typeof left === "number" && typeof right === "number") return left + right;
  const parts = [left, right];
  if (parts.some((part) => typeof part !== "string" && typeof part !== "number")) return undefined;
  return parts.join("");
}

/** Never throws: what can't be computed is `undefined`. */
export function evaluate(expression: Expression, scope: Scope): unknown {
  if (expression.kind === "literal") return expression.value;
  if (expression.kind === "path") return readPath(scope[expression.root], expression.names);
  const left = evaluate(expression.left, scope);
  if (expression.kind === "&&") return left ? evaluate(expression.right, scope) : left;
  const right = evaluate(expression.right, scope);
  if (expression.kind === "+") return add(left, right);
  return same(left, right) === (expression.kind === "==");
}
