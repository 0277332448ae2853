"use client";

import { useState } from "react";
import { RunRows, type ShownRun } from "../activity/run-rows";
import { RunMenu } from "./coming-rows";
import { type Asked, type SteerActions, SteerDialog } from "./steer-dialog";

interface CustomerComingProps extends SteerActions {
  runs: readonly ShownRun[];
  label: string;
  zone: string;
  now: Date;
}

/** What waits for one customer, each with what may be done about it. */
export function CustomerComing({ runs, label, zone, now, ...actions }: CustomerComingProps) {
  const [asked, ask] = useState<Asked>();
  return (
    <>
      <RunRows
        withoutCustomer
        {...{ runs, label, zone, now }}
        menu={({ id, customer, automation }) => (
          <RunMenu
            name={automation}
            ask={(kind) =>
              ask({
                ...{ kind, chosen: { runIds: [id] } },
                customer: customer.name ?? customer.email,
              })
            }
          />
        )}
      />
      <SteerDialog
        asked={asked}
        onClose={() => ask(undefined)}
        onDone={() => ask(undefined)}
        {...{ zone, now }}
        {...actions}
      />
    </>
  );
}
