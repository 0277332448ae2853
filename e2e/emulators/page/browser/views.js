import { collectionsOf, feedOf, matches, momentOf, peopleIn } from "./state.js";
import { counted, HELP, STATUSES, when } from "./words.js";

const FEED = 60;
const FRESH_MS = 5_000;

/** `h("b", { class: "x" }, "text", node)`: everything from tools goes in as text, never as HTML. */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.filter((child) => child !== undefined && child !== ""));
  return node;
}

function row(at, strong, second, end) {
  const fresh = at && Date.now() - new Date(at).getTime() < FRESH_MS;
  return h(
    "li",
    { class: fresh ? "row fresh" : "row" },
    h("span", { class: "when two" }, at ? when(at) : ""),
    h("span", {}, h("b", {}, strong), second ? h("span", { class: "two" }, ` ${second}`) : ""),
    end ?? "",
  );
}

function status(value) {
  const [word, tone] = STATUSES[value] ?? [value, ""];
  return value ? h("span", { class: tone }, word) : "";
}

function personRow(person) {
  return row(momentOf(person), person.email, person.name, status(person.status ?? person.state));
}

export function feed(state, search) {
  const entries = feedOf(state).filter((entry) => matches(entry, search));
  if (entries.length === 0)
    return [empty("Jeszcze nic się nie wydarzyło. Kup produkt w\u00a0sklepie demonstracyjnym.")];
  const rows = entries.slice(0, FEED).map(({ at, person, list, delivery, tool, id }) => {
    const link = h("a", { href: `#${id}`, class: "two" }, tool);
    if (delivery) return row(at, delivery.url, `${delivery.method}`, link);
    return row(at, person.email, `→ ${list}`, link);
  });
  return [h("section", {}, h("h2", {}, "Kto i\u00a0gdzie trafił"), h("ol", {}, ...rows))];
}

/** Lists with people first; what is only a list of addresses folded below, if there is any. */
export function tool(data, search, several) {
  const collections = collectionsOf(data);
  const isShown = ({ key, hasPeople }) => hasPeople || key === "members";
  const shown = collections.filter(isShown).map(({ title, items, hasPeople }) => {
    return hasPeople ? lists(title, items, search, several) : people(title, items, search);
  });
  const folds = collections
    .filter((collection) => !isShown(collection) && collection.items.length > 0)
    .map(({ key, title, items }) => folded(key, title, items, search));
  return [...shown, h("section", {}, ...folds)];
}

function lists(title, items, search, several) {
  const found = items.filter((item) => matches(item, search));
  const full = newestFirst(found.filter((item) => peopleIn(item).length > 0));
  const bare = found.filter((item) => peopleIn(item).length === 0);
  const name = (item) => (several ? `${item.name} (konto ${item.account})` : item.name);
  return h(
    "section",
    {},
    h("h2", {}, `${title}: ${items.length}`),
    ...full.flatMap((item) => [
      h(
        "h3",
        {},
        name(item),
        " ",
        h("span", { class: "note" }, counted(peopleIn(item).length, "osoba", "osoby", "osób")),
      ),
      h("ol", {}, ...newestFirst(peopleIn(item)).map(personRow)),
    ]),
    bare.length > 0
      ? details(
          `bare-${title}`,
          `Puste: ${bare.length}`,
          h("p", { class: "two" }, bare.map(name).join(", ")),
        )
      : "",
  );
}

function people(title, items, search) {
  const rows = items
    .filter((item) => matches(item, search))
    .toReversed()
    .map(personRow);
  return h("section", {}, h("h2", {}, `${title}: ${items.length}`), h("ol", {}, ...rows));
}

function folded(key, title, items, search) {
  const found = items
    .filter((item) => matches(item, search))
    .toReversed()
    .slice(0, FEED);
  const rows = found.map((item) => {
    return row(
      item.dueAt,
      item.email ?? item.name ?? item.id,
      item.name,
      status(item.status ?? item.state),
    );
  });
  return details(key, `${title}: ${items.length}`, h("ol", {}, ...rows));
}

export function deliveries(items, search) {
  const found = items.filter((item) => matches(item, search)).slice(0, FEED);
  if (found.length === 0) return [empty("Żaden webhook jeszcze nie przyszedł.")];
  return found.map((delivery, index) =>
    h(
      "section",
      {},
      h("ol", {}, row(delivery.at, delivery.url, delivery.method)),
      details(
        `delivery-${delivery.at}-${index}`,
        "Treść i\u00a0nagłówki",
        h("pre", {}, readable(delivery.body)),
        h(
          "pre",
          {},
          Object.entries(delivery.headers)
            .map(([name, value]) => `${name}: ${value}`)
            .join("\n"),
        ),
      ),
    ),
  );
}

export function help() {
  return [
    h(
      "dl",
      { class: "help" },
      ...HELP.flatMap(([term, text]) => [h("dt", {}, term), h("dd", {}, text)]),
    ),
  ];
}

export function logRow({ method, host, path, status: code, at }) {
  const tone = code === 0 || code >= 400 ? "bad" : "ok";
  const shown = code === 0 ? "bez odpowiedzi" : String(code);
  return h(
    "li",
    {},
    h("code", {}, `${method} ${path}`),
    h("span", { class: tone }, shown),
    h("span", { class: "note" }, host),
    h("span", { class: "note" }, when(at)),
  );
}

function details(key, summary, ...content) {
  return h("details", { "data-key": key }, h("summary", {}, summary), ...content);
}

/** People by their moment, lists by their newest person's. */
function newestFirst(items) {
  const latest = (item) => peopleIn(item)?.map(momentOf).toSorted().at(-1) ?? momentOf(item) ?? "";
  return items.toSorted((a, b) => latest(b).localeCompare(latest(a)));
}

function readable(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function empty(text) {
  return h("p", { class: "empty" }, text);
}
