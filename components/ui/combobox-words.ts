import type { ReactNode } from "react";

export interface ComboboxChoice {
  value: string;
  label: string;
  /** Stands at the right, in small type. Searched too. */
  note?: string;
}

export interface ComboboxWords {
  /** From which account the list is and when it came. */
  caption?: ReactNode;
  /** Names the field that searches the list: "Szukaj kampanii". */
  search: string;
  /** "Odśwież" */
  reload?: string;
  /** "Pobieram kampanie z GetResponse" */
  loading: string;
  /** The list came and is empty: says how to get something into it. */
  empty: ReactNode;
  /** The list holds nothing like `query`. */
  none(query: string): ReactNode;
  /** What failed and since when. */
  failed?: ReactNode;
  /** "4 z 37 kampanii"; when `shown` is less than `matching`, asks for a narrower search. */
  count?(counts: { shown: number; matching: number; total: number }): ReactNode;
}
