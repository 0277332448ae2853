import { expect } from "vitest";
import { now } from "@/lib/clock";
import { NotFoundError } from "@/lib/errors";
import {
  eventsSince,
  hasOpenAccess,
  originOf,
  waitingRunsWithExits,
} from "@/lib/runs/exit-queries";
import { planOfAccess, purchasesBefore } from "@/lib/runs/fact-queries";
import {
  countEvents,
  endsKnownSince,
  eventsOfProduct,
  peopleOf,
  takenOccurrences,
} from "@/lib/runs/history/queries";
import {
  cancelWaiting,
  countAttempts,
  extendClaim,
  getRun,
  hasRun,
  insertAttempt,
  insertRuns,
  lastSuccessOf,
  latestAttempt,
  lockRun,
  updateAttempt,
  updateRun,
  waitingRuns,
  waitingRunsOfEnd,
  waitingRunsOfEvent,
} from "@/lib/runs/queries";
import { partAfter, steeredRuns, steerWaiting } from "@/lib/runs/steer-queries";
import { subjectRows } from "@/lib/runs/subject-queries";
import {
  getSteering,
  noteUndone,
  openParts,
  openSteerings,
  restorePart,
  runAndSteering,
} from "@/lib/runs/undo-queries";
import { insertUnmet, unmetOfEvents } from "@/lib/runs/unmet-queries";
import { countByDay, countWaitingRuns, waitingIds, waitingSpan } from "@/lib/runs/waiting-queries";
import { countDue, countEnds, firstDue } from "@/lib/time-machine/queries";
import { REFUSED, wall, wallInTx } from "./wall";

const LONG_AGO = new Date(0);
const FAR_AHEAD = new Date("2100-01-01");
const TOLD = { names: ["product_assigned"], since: LONG_AGO, samples: false };

export const runWalls = [
  wallInTx(eventsOfProduct, [], (ask, id, { product, event }) =>
    ask(id, product.id, { names: [event.name], since: LONG_AGO, limit: 5 }),
  ),
  wallInTx(peopleOf, [], (ask, id, { customer }) => ask(id, [customer.id])),
  wallInTx(countEvents, 0, (ask, id, { product, event }) =>
    ask(id, product.id, { names: [event.name], since: LONG_AGO, limit: 5 }),
  ),
  wallInTx(takenOccurrences, new Set(), (ask, id, { waiting }) =>
    ask(id, waiting.automationId, [waiting.occurrence]),
  ),
  wallInTx(endsKnownSince, new Map(), (ask, id, { access }) => ask(id, [access.id])),
  wall(countDue, 0, (ask, id) => ask(id, FAR_AHEAD)),
  wall(firstDue, [], (ask, id) => ask(id, FAR_AHEAD, 5)),
  wall(countEnds, 0, (ask, id) => ask(id, now(), FAR_AHEAD)),
  wallInTx(insertRuns, REFUSED, (ask, id, { waiting }) =>
    ask(id, [{ ...waiting, id: undefined, occurrence: "another" }]),
  ),
  wallInTx(waitingRuns, [], (ask, id, { waiting }) => ask(id, [waiting.id])),
  wallInTx(waitingRunsOfEvent, [], (ask, id, { event }) => ask(id, event.id)),
  wallInTx(waitingRunsOfEnd, [], (ask, id, { subject }) => ask(id, subject, ["purchase"])),
  wallInTx(cancelWaiting, undefined, (ask, id, { waiting }) =>
    ask(id, [waiting.id], "switchedOff", now()),
  ),
  wallInTx(hasRun, false, (ask, id, { waiting }) =>
    ask(id, waiting.automationId, waiting.occurrence),
  ),
  wall(getRun, undefined, (ask, id, { waiting }) => ask(id, waiting.id)),
  wallInTx(lockRun, undefined, (ask, id, { waiting }) => ask(id, waiting.id)),
  wallInTx(latestAttempt, undefined, (ask, id, { running }) => ask(id, running.id)),
  wallInTx(countAttempts, 0, (ask, id, { running }) => ask(id, running.id, "act", LONG_AGO)),
  wallInTx(insertAttempt, REFUSED, (ask, id, { done }) =>
    ask(id, { runId: done.id, number: 1, kind: "act", startedAt: now() }),
  ),
  wallInTx(updateAttempt, undefined, (ask, id, { running }) =>
    ask(id, running.id, 1, { outcome: "done", finishedAt: now() }),
  ),
  wallInTx(updateRun, undefined, (ask, id, { waiting }) =>
    ask(id, waiting.id, { words: "changed" }),
  ),
  wall(extendClaim, undefined, (ask, id, { running }) =>
    ask(id, running.id, { claimedUntil: FAR_AHEAD, wakeAt: FAR_AHEAD }),
  ),
  wall(lastSuccessOf, undefined, (ask, id, { done }) => ask(id, done, "send", {})),
  wallInTx(subjectRows, new NotFoundError(), (ask, id, { subject }) => ask(id, subject)),
  wallInTx(waitingRunsWithExits, [], (ask, id, { customer }) => ask(id, customer.id)),
  wallInTx(hasOpenAccess, false, (ask, id, { subject }) => ask(id, subject, now(), undefined)),
  wallInTx(eventsSince, [], (ask, id, { subject }) => ask(id, subject, TOLD)),
  wallInTx(originOf, undefined, (ask, id, { event }) => ask(id, event.id)),
  wallInTx(planOfAccess, undefined, (ask, id, { access }) => ask(id, access.id)),
  wallInTx(purchasesBefore, [], (ask, id, { customer }) => ask(id, customer.id, FAR_AHEAD)),
  wallInTx(insertUnmet, REFUSED, (ask, id, { event, automation, version }) =>
    ask(id, [
      {
        ...{ eventId: event.id, automationId: automation.id, versionId: version.id },
        ...{ occurrence: "another", unmet: [] },
      },
    ]),
  ),
  wall(unmetOfEvents, [], (ask, id, { event }) => ask(id, [event.id])),
  wall(waitingIds, [], (ask, id, { waiting }) => ask(id, { ids: [waiting.id] }, 10)),
  wall(countByDay, [0], (ask, id, { waiting }) =>
    ask(id, { automationId: waiting.automationId }, [LONG_AGO, new Date("2100-01-01")], 9),
  ),
  wall(waitingSpan, undefined, (ask, id) => ask(id)),
  wallInTx(countWaitingRuns, 0, (ask, id, { waiting }) => ask(id, { ids: [waiting.id] }, 10)),
  wallInTx(steerWaiting, { id: expect.any(String), count: 0 }, (ask, id, { waiting, user }) =>
    ask(id, { ids: [waiting.id] }, { kind: "start" }, { userId: user.id, at: now() }),
  ),
  wallInTx(openSteerings, [], (ask, id) => ask(id, LONG_AGO, 10)),
  wall(runAndSteering, undefined, (ask, id, { waiting }) => ask(id, waiting.id, LONG_AGO)),
  wall(getSteering, undefined, (ask, id, { steering }) => ask(id, steering.id)),
  wallInTx(openParts, [], (ask, id, { steering }) => ask(id, steering.id)),
  wallInTx(restorePart, undefined, (ask, id, { steering, cancelled }) =>
    ask(id, steering, cancelled.id, now()),
  ),
  wallInTx(noteUndone, 0, (ask, id, { steering }) => ask(id, steering.id, now())),
  wallInTx(partAfter, undefined, (ask, id, { steering }) => ask(id, steering.id, "")),
  wallInTx(steeredRuns, [], (ask, id, { steering, cancelled }) =>
    ask(id, { steeringId: steering.id, first: cancelled.id, from: 0 }, 10),
  ),
];
