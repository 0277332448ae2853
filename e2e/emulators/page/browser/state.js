import { COLLECTIONS } from "./words.js";

/** Any list that says who is in it; the two names tools use for that. */
export function peopleIn(item) {
  return item.members ?? item.contacts;
}

export function momentOf(person) {
  return person.addedAt ?? person.changedAt;
}

/** A tool's lists with people, its lists without, and its other collections. */
export function collectionsOf(tool) {
  return Object.entries(tool)
    .filter(([, items]) => Array.isArray(items))
    .map(([key, items]) => ({
      key,
      title: COLLECTIONS[key] ?? key,
      items,
      hasPeople: items.some((item) => Array.isArray(peopleIn(item))),
    }));
}

/** What was there from the start has happened to nobody. */
const SEEDED_AT = "2025-09-01T08:00:00.000Z";

/** Everything that lately came into any list or webhook, newest first. */
export function feedOf(state) {
  const entries = Object.entries(state).flatMap(([id, tool]) =>
    [...arrivals(tool), ...received(tool)].map((entry) => ({ ...entry, id, tool: tool.title })),
  );
  return entries.filter(({ at }) => at > SEEDED_AT).toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

function arrivals(tool) {
  const lists = collectionsOf(tool).flatMap(({ items, hasPeople }) => (hasPeople ? items : []));
  return lists.flatMap((list) =>
    peopleIn(list).map((person) => ({ at: momentOf(person), person, list: list.name })),
  );
}

function received(tool) {
  return (tool.deliveries ?? []).map((delivery) => ({ at: delivery.at, delivery }));
}

/** Whether any text of the entry holds the searched one. */
export function matches(entry, search) {
  return search === "" || JSON.stringify(entry).toLowerCase().includes(search);
}
