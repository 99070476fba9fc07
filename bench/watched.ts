import type { Reading } from "./gauge.ts";

export const watched = ({ loop, memory }: Reading) =>
  `Server: its event loop was late by ${loop.p50.toFixed(1)} ms (median), ${loop.p99.toFixed(1)} ms (p99), ` +
  `${loop.max.toFixed(0)} ms at most; memory ${memory.start.toFixed(0)} MB at the start, ` +
  `${memory.peak.toFixed(0)} MB at most, ${memory.end.toFixed(0)} MB at the end.`;
