// @ts-check

/**
 * @typedef {object} Package
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {boolean} [link]
 * @property {Record<string, string>} [optionalDependencies]
 */

/**
 * What is wrong with package-lock.json. npm leaves an optional package that it could not find out
 * without a word, and then `npm ci` fails on every machine: all the platforms must be in the lock.
 * And no entry may name where it was downloaded from, since others use other mirrors.
 * @param {{ packages: Record<string, Package> }} lock
 * @returns {string[]}
 */
export function lockProblems({ packages }) {
  const problems = [];
  for (const [path, { resolved, link, optionalDependencies }] of Object.entries(packages)) {
    if (resolved && !link) problems.push(`${path} names a download address (resolved)`);
    for (const name of Object.keys(optionalDependencies ?? {})) {
      if (!isLocked(packages, path, name))
        problems.push(`${path || "the project"}: ${name} is missing`);
    }
  }
  return problems;
}

/**
 * Looks where Node would: in the package's own node_modules, then in each folder above.
 * @param {Record<string, Package>} packages
 * @param {string} path
 * @param {string} name
 */
function isLocked(packages, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}
