const ALL_STORES = "the sweep looks after all stores at once";
const LETTERS = "letters are written for all stores at once";
const SIGN_IN = "whoever signs in or up belongs to no store yet";
const INVITED = "the link that was followed tells which store it is";
const SHARED = "an account's limit holds for whoever has its key, whichever store that is";
const NO_QUERY = "no query: it makes a condition, or sorts rows that were read";

/** Exported functions of a query file that need no wall, each with the reason. */
export const withoutStore: Record<string, string> = {
  "access/named-queries isNamed": NO_QUERY,
  "access/sweep-queries announceEnds": ALL_STORES,
  "access/sweep-queries endAtTheirEnd": ALL_STORES,
  "access/sweep-queries noteSwept": ALL_STORES,
  "access/sweep-queries overdueEnds": ALL_STORES,
  "access/sweep-queries unannouncedEnds": ALL_STORES,
  "alerts/digest-queries takeDueDigests": LETTERS,
  "alerts/system-queries alertsToTell": LETTERS,
  "alerts/system-queries markTold": LETTERS,
  "auth/sign-in-queries findForSignIn": SIGN_IN,
  "auth/sign-in-queries forgetTries": SIGN_IN,
  "auth/sign-in-queries insertOwner": SIGN_IN,
  "auth/sign-in-queries insertStoreOf": SIGN_IN,
  "activity/stretch-queries firstIds": NO_QUERY,
  "activity/stretch-queries inOrder": NO_QUERY,
  "activity/stretch-queries textArray": NO_QUERY,
  "auth/sign-in-queries noteTry": SIGN_IN,
  "auth/sign-in-queries triesWait": SIGN_IN,
  "easycart/endpoint-queries findEndpoint": "the address that was called tells which store it is",
  "easycart/queries lockEvent":
    "planning begins from the id of an event alone, which no person gives",
  "erasure/retention-queries storesToTidy": ALL_STORES,
  "forwarding/sweep-queries overdueDeliveries": ALL_STORES,
  "integrations/queries ownIntegration": NO_QUERY,
  "integrations/system-queries countWishes": "what is missed is counted over all stores",
  "integrations/system-queries idleIntegrations": ALL_STORES,
  "people/join-queries acceptInvitation": INVITED,
  "people/join-queries findInvitation": INVITED,
  "people/join-queries insertPerson": INVITED,
  "people/join-queries storesOf": "somebody's stores are not one store's to tell",
  "qr/token-queries findCode": "the token that was scanned tells which store it is",
  "runs/ahead-queries nextToPlanAhead": ALL_STORES,
  "runs/ahead-queries notePlannedAhead": ALL_STORES,
  "runs/backfill/system-queries nextBackfill": ALL_STORES,
  "runs/queries awake": NO_QUERY,
  "runs/steer-queries moment": NO_QUERY,
  "runs/steer-queries ownPart": NO_QUERY,
  "runs/steer-queries remembering": "a part of a statement that says the store itself",
  "runs/sweep-queries forgetSteerings": ALL_STORES,
  "runs/sweep-queries overdueRuns": ALL_STORES,
  "runs/sweep-queries unplannedEvents": ALL_STORES,
  "time-machine/system-queries advanceClock": "an installation has one clock",
  "runs/waiting-queries waitingWhere": NO_QUERY,
  "tools/system-queries holdSlots": SHARED,
  "tools/system-queries slotsTaken": SHARED,
  "tools/system-queries takeSlot": SHARED,
};
