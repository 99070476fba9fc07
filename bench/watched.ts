import type { Reading } from "./gauge.ts";

export const watched = ({ loop, longestWork, memory }: Reading) =>
  `Server: its event loop was late by ${loop.p50.toFixed(1)} ms (median), ${loop.p99.toFixed(1)} ms (p99), ` +
  `${loop.max.toFixed(0)} ms at most, and never busy for more than ${longestWork.toFixed(0)} ms at a time; memory ${memory.start.toFixed(0)} MB at the start, ` +
  `${memory.peak.toFixed(0)} MB at most, ${memory.end.toFixed(0)} MB at the end.`;
