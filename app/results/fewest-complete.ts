/** Below this many people no reliability and no correlation is told, whatever the threshold of the study. */
export const fewestComplete = (k: number): number => Math.max(30, k);
