/** How long a cancelling or moving can be undone. */
export const UNDO_MINUTES = 10;

/** Until then whoever looks at a steered run looks again: an undoing begun at the last moment is over by then. */
export const UNDONE_WITHIN_MS = (UNDO_MINUTES + 2) * 60_000;

/** More at once would hold their rows for longer than the runs that become due meanwhile should wait. */
export const STEERED_AT_MOST = 200_000;
