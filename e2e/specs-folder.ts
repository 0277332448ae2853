/** The vendors' own documents of their APIs. They are not ours to ship, so a clone may lack them. */
export const SPECS_FOLDER = process.env.SPECS_DIR ?? "../shared/specs";
