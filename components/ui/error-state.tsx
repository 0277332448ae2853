import type { ReactNode } from "react";
import { Notice } from "./notice";

export interface ErrorStateProps {
  /** What failed. */
  title: ReactNode;
  /** Since when, and what is safe: "Twoje zmiany są zapisane". */
  children?: ReactNode;
  /** One button that helps. */
  action?: ReactNode;
  className?: string;
}

/** In place of what could not be shown. */
export function ErrorState(props: ErrorStateProps) {
  return <Notice tone="bad" live {...props} />;
}
