import fs from "node:fs";

/** Linux counts in ticks of a hundredth of a second. */
const tick = 10;

/** Fields of /proc/<pid>/stat after the command, which may itself contain spaces and brackets. */
function statOf(pid: number): string[] {
  const text = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}

/** Milliseconds of CPU a process has used, all threads, user and system; NaN where the system does not say. */
export function cpuOf(pid: number): number {
  try {
    const fields = statOf(pid);
    return (Number(fields[11]) + Number(fields[12])) * tick;
  } catch {
    return Number.NaN;
  }
}

/** The same for a process with its children, those that have ended included. */
export function cpuOfFamily(pid: number): number {
  try {
    const fields = statOf(pid);
    const ended = (Number(fields[13]) + Number(fields[14])) * tick;
    const all = fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    const living = all
      .filter((name) => parentOf(Number(name)) === pid)
      .map((name) => cpuOf(Number(name)) || 0);
    return cpuOf(pid) + ended + living.reduce((sum, one) => sum + one, 0);
  } catch {
    return Number.NaN;
  }
}

export function parentOf(pid: number): number {
  try {
    return Number(statOf(pid)[1]);
  } catch {
    return Number.NaN;
  }
}
