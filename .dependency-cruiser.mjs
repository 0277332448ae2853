// Who may import whom. Arrows point down only:
//
//   app ──────────────► components (shapes only)
//    │
//    ▼
//   lib:  inngest/functions ► runs, activity ► automations, access, triggers, integrations
//                                              ► easycart ► tools/registry ► tools/<one> ► tools/tool
//    │
//    ▼
//   drizzle (tables)
//
// lib/engine stands beside all of it, as the server that it stands in for would; e2e/emulators likewise.
// scripts/layers.test.ts breaks every rule on purpose and expects it to be named here.

const tests = "\\.test\\.tsx?$|/testing/|^lib/tools/(conformance/|fake-http\\.ts$)";
const error = "error";

/** What a component may know at run time: fields, words, input schemas, arithmetic. Nothing that needs a server. */
const shapes = [
  "^lib/(clock|errors|format|format-date|input)\\.ts$",
  "^lib/[^/]+/((edit|history)/)?input\\.ts$",
  "^lib/(activity/choice|auth/wait|easycart/event-name|products/kind|time-machine/unit)\\.ts$",
  "^lib/i18n/locale\\.ts$",
  "^lib/automations/(conditions|due|exit-rules|extras-words|moment)\\.ts$",
  "^lib/automations/(portable|sending-window|sentence|template|templates)\\.ts$",
  "^lib/runs/(status|backfill/status|edit/choice|history/verdict)\\.ts$",
  "^lib/tools/(card|schema|tool|words)\\.ts$",
  "^lib/triggers/trigger\\.ts$",
];

export default {
  forbidden: [
    {
      name: "no-cycles",
      severity: error,
      comment:
        "Two files that need each other are one file, or three. Types and what is loaded later don't count.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only", "dynamic-import"] } },
    },
    {
      name: "resolvable",
      severity: error,
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "tests-are-leaves",
      severity: error,
      comment: "What runs in a shop leans on nothing that is made for tests.",
      from: { path: "^(app|components|lib|drizzle)/", pathNot: tests },
      to: { path: tests },
    },
    {
      name: "lib-is-below",
      severity: error,
      comment: "Meaning and data know nothing of routes, looks and tests.",
      from: { path: "^(lib|drizzle)/", pathNot: tests },
      to: { path: "^(app|components|e2e|scripts)/" },
    },
    {
      name: "components-are-below-app",
      severity: error,
      from: { path: "^components/" },
      to: { path: "^(app|e2e|scripts)/" },
    },
    {
      name: "ui-is-bare",
      severity: error,
      comment: "Primitives know nothing of us.",
      from: { path: "^components/ui/" },
      to: { path: "^(lib|components|drizzle)/", pathNot: "^components/ui/" },
    },
    {
      name: "components-see-only-shapes",
      severity: error,
      comment: "A component gets what it shows from its page; it never reaches for it.",
      from: { path: "^components/", pathNot: tests },
      to: { path: "^(lib|drizzle)/", pathNot: shapes, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "sql-stands-in-queries",
      severity: error,
      comment: "One place for a word's SQL: its queries.ts (or a part of it, *-queries.ts).",
      from: {
        path: "^(app|components|lib)/",
        pathNot: [tests, "queries\\.ts$", "^lib/(db|follow-clock|health/parts|engine/sql)\\.ts$"],
      },
      to: {
        path: "^drizzle/schema/|^node_modules/(drizzle-orm|postgres)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "a-tool-stands-alone",
      severity: error,
      comment:
        "A tool knows what a tool is and how to fail; not the app, not the door, not another tool.",
      from: { path: "^lib/tools/([^/]+)/", pathNot: tests },
      to: {
        path: "^(lib|drizzle|components|app)/",
        pathNot: [
          "^lib/(errors|clock)\\.ts$",
          "^lib/tools/(answered|contact|example|signing|tool|words)\\.ts$",
          "^lib/tools/$1/",
        ],
      },
    },
    {
      name: "tools-have-one-door",
      severity: error,
      comment: "Ask the registry for a tool; do not name one.",
      from: { pathNot: ["^lib/tools/(registry\\.ts$|[^/]+/)", tests] },
      to: { path: "^lib/tools/[^/]+/", pathNot: "^lib/tools/conformance/" },
    },
    {
      name: "tools-are-lowest",
      severity: error,
      from: { path: "^lib/tools/", pathNot: tests },
      to: { path: "^lib/[^/]+/", pathNot: "^lib/tools/" },
    },
    {
      name: "easycart-is-below-meaning",
      severity: error,
      comment: "What came in is stored as it came; what it means is decided above.",
      from: { path: "^lib/easycart/", pathNot: tests },
      to: {
        path: "^lib/(access|activity|automations|engine|health|inngest|integrations|runs|triggers)/",
      },
    },
    {
      name: "runs-are-above",
      severity: error,
      comment: "Runs come of automations, access and integrations; those know of no runs.",
      from: {
        path: "^lib/(access|auth|automations|easycart|integrations|products|stores|triggers|tools)/",
        pathNot: tests,
      },
      to: { path: "^lib/(activity|engine|health|runs|inngest)/" },
    },
    {
      name: "forwarding-stands-apart",
      severity: error,
      comment: "Automations never disturb what is passed on unchanged, and it never disturbs them.",
      from: { path: "^lib/forwarding/", pathNot: tests },
      to: { path: "^lib/(access|activity|automations|integrations|runs|triggers)/" },
    },
    {
      name: "runs-know-no-forwarding",
      severity: error,
      from: { path: "^lib/(access|runs|triggers)/", pathNot: tests },
      to: { path: "^lib/forwarding/" },
    },
    {
      name: "functions-are-served-only",
      severity: error,
      comment:
        "Anybody may announce an event; only the route serves the functions, and the year's own copy of it.",
      from: { pathNot: ["^app/api/inngest/", "^scripts/year/parts\\.ts$", tests] },
      to: { path: "^lib/inngest/functions\\.ts$" },
    },
    {
      name: "the-engine-stands-alone",
      severity: error,
      comment:
        "The app must not notice which engine it has; the engine speaks to it over HTTP only.",
      from: { path: "^lib/engine/", pathNot: tests },
      to: {
        path: "^(app|components|lib|drizzle|e2e)/",
        pathNot:
          "^lib/engine/|^lib/(clock|db|env|errors|follow-clock|log|postgres-options)\\.ts$|^drizzle/schema/engine\\.ts$",
      },
    },
    {
      name: "nobody-names-the-engine",
      severity: error,
      from: { pathNot: ["^lib/engine/", tests] },
      to: { path: "^lib/engine/" },
    },
    {
      name: "emulators-stand-alone",
      severity: error,
      comment:
        "They know a tool from its documentation. Sharing code with the app would share its mistakes.",
      from: { path: "^e2e/emulators/" },
      to: { path: "^(app|components|lib|drizzle|scripts)/" },
    },
    {
      name: "the-oracle-stands-alone",
      severity: error,
      comment:
        "It says what a year must bring. Sharing code with the product would share its mistakes.",
      from: {
        path: "^scripts/year/(calendar|chance|generate|life|oracle|oracle-ledger|stories)\\.ts$",
      },
      to: { path: "^(app|components|lib|drizzle|e2e)/" },
    },
    {
      name: "no-test-packages-in-the-app",
      severity: error,
      from: {
        path: "^(app|components|lib|drizzle)/",
        pathNot: [tests, "\\.config\\.ts$|^drizzle/config\\.ts$"],
      },
      to: { dependencyTypes: ["npm-dev"] },
    },
    {
      name: "scripts-begin-with-node-alone",
      severity: error,
      comment:
        "They install the packages, so they can't need one. What runs later is imported late.",
      from: { path: "^scripts/.+\\.mjs$", pathNot: "^scripts/pg\\.mjs$" },
      to: { dependencyTypes: ["npm", "npm-dev"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^\\.next/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
