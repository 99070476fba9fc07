import { createContext, useContext } from "react";
import type { ResultsHead } from "./results-head.ts";
import type { ResultsTab } from "./results-tabs.ts";

interface Place {
  head: ResultsHead;
  tab: ResultsTab;
}

const Current = createContext<Place | undefined>(undefined);
export const ResultsPlace = Current.Provider;

/** Which page of the results room this is, and what it selects: told once by the page, needed by every exhibit on it. */
export const useResultsPlace = () => useContext(Current);
