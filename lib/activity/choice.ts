/** Several states that one choice of the filter means. */
export const UNSUCCESSFUL_CHOICE = "unsuccessful";
