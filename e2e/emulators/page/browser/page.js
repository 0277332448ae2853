import * as views from "./views.js";
import { counted } from "./words.js";

const EVERY_MS = 1_000;
const LOGGED = 14;

const place = (id) => document.getElementById(id);
let state = {};
let log = [];
let drawn = "";

/** Content, title and one sentence for what the address bar asks for. */
function chosen() {
  const id = location.hash.slice(1);
  const search = place("search").value.trim().toLowerCase();
  const tool = state[id];
  if (id === "pomoc") {
    const lead = "Zachowania, które zobaczysz bez zmieniania ustawień.";
    return { title: "Co możesz wypróbować", lead, content: views.help };
  }
  if (tool?.deliveries) {
    const lead = counted(
      tool.deliveries.length,
      "dostarczony webhook",
      "dostarczone webhooki",
      "dostarczonych webhooków",
    );
    return { title: tool.title, lead, content: () => views.deliveries(tool.deliveries, search) };
  }
  if (tool) {
    const lead = `${counted(tool.requests, "żądanie", "żądania", "żądań")} od początku.`;
    return {
      title: tool.title,
      lead,
      content: () => views.tool(tool, search, hasSeveralAccounts(tool)),
    };
  }
  const lead =
    "Ten serwer udaje narzędzia, żebyś bez zakładania kont widział, co zrobiły Twoje automatyzacje.";
  return { title: "Co się stało", lead, content: () => views.feed(state, search) };
}

function hasSeveralAccounts(tool) {
  const items = Object.values(tool).flatMap((value) => (Array.isArray(value) ? value : []));
  return new Set(items.map(({ account }) => account)).size > 1;
}

function draw() {
  const { title, lead, content } = chosen();
  place("title").textContent = title;
  place("lead").textContent = lead;
  place("search").hidden = content === views.help;
  document.title = `${title} — narzędzia próbne`;
  drawNav();
  place("log").replaceChildren(...log.toReversed().map(views.logRow));
  const open = new Set(
    [...document.querySelectorAll("details[open]")].map(({ dataset }) => dataset.key),
  );
  place("content").replaceChildren(...content());
  for (const details of document.querySelectorAll("details"))
    details.open = open.has(details.dataset.key);
}

function drawNav() {
  const link = (id, title, end = "") => {
    const here = location.hash.slice(1) === id ? { "aria-current": "page" } : {};
    return views.h("a", { href: `#${id}`, ...here }, title, views.h("span", {}, end));
  };
  place("nav").replaceChildren(
    link("", "Co się stało"),
    ...Object.entries(state).map(([id, { title, requests }]) => link(id, title, String(requests))),
    link("pomoc", "Co możesz wypróbować"),
  );
}

/** Redraws only on a change, and once more when what was fresh no longer is. */
async function refresh() {
  try {
    const answers = await Promise.all([fetch("/state.json"), fetch(`/_log?limit=${LOGGED}`)]);
    const [stateText, logText] = await Promise.all(answers.map((answer) => answer.text()));
    place("broken").hidden = true;
    const isNew = stateText + logText !== drawn;
    if (isNew || document.querySelector(".fresh")) {
      drawn = stateText + logText;
      state = JSON.parse(stateText);
      log = JSON.parse(logText);
      draw();
    }
  } catch {
    place("broken").hidden = false;
  }
  setTimeout(refresh, EVERY_MS);
}

window.addEventListener("hashchange", draw);
place("search").addEventListener("input", draw);
refresh();
