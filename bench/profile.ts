import type { Profiler } from "node:inspector";

/** Whose code a function is, by the file it comes from. */
const places: [name: string, file: RegExp][] = [
  ["SQLite", /better-sqlite3/],
  ["pg", /node_modules\/pg/],
  ["Kysely", /node_modules\/kysely/],
  ["React", /node_modules\/react/],
  ["Express and helmet", /node_modules\//],
  ["the product", /build\/server|server\.ts$/],
  ["Request and Response", /undici|webidl|fetch/],
  ["compression", /^node:zlib/],
  ["sockets and HTTP", /^node:(_http|internal\/(http|stream)|net|_stream|internal\/js_stream)/],
  ["Node, the rest", /^node:/],
];

/** Of the time a process was at work, the share (per cent) spent in each place's own lines. */
export function sharesOf(profile: Profiler.Profile): Record<string, number> {
  const names = new Map<number, string>();
  // A native function carries no file: it counts for whoever called it.
  const name = (node: Profiler.ProfileNode, caller: string): string => {
    const { functionName, url } = node.callFrame;
    if (functionName === "(idle)") return "idle";
    if (functionName === "(garbage collector)") return "garbage collection";
    if (functionName === "(program)") return "the system (reading, writing, waking)";
    return url === "" ? caller : (places.find(([, file]) => file.test(url))?.[0] ?? "others");
  };
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const visit = (node: Profiler.ProfileNode, caller: string): void => {
    const own = name(node, caller);
    names.set(node.id, own);
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child) visit(child, own);
    }
  };
  if (profile.nodes[0]) visit(profile.nodes[0], "others");
  const spent: Record<string, number> = {};
  profile.samples?.forEach((id, at) => {
    const place = names.get(id) ?? "others";
    if (place !== "idle") spent[place] = (spent[place] ?? 0) + (profile.timeDeltas?.[at] ?? 0);
  });
  const all = Object.values(spent).reduce((sum, one) => sum + one, 0);
  const sorted = Object.entries(spent).sort((a, b) => b[1] - a[1]);
  return Object.fromEntries(sorted.map(([place, time]) => [place, (100 * time) / all]));
}
