/** Holds the id of the person who was offered the tour in this browser and answered. */
export const TOUR_COOKIE = "tour";
