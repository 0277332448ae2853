export interface ToastInput {
  text: string;
  tone?: "ok" | "bad" | "info";
  /** What can still be done: "Cofnij". */
  action?: { label: string; onClick(): void };
}
