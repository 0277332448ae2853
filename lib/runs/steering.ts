/** How long a cancelling or moving can be undone. */
export const UNDO_MINUTES = 10;

/** More at once would hold their rows for longer than the runs that become due meanwhile should wait. */
export const STEERED_AT_MOST = 200_000;
