/** A route as Remix calls it. */
interface Route {
  loader?: unknown;
  action?: unknown;
}
type Call = (asked: {
  request: Request;
  params: Record<string, string>;
  context: { address: string };
}) => Promise<Response>;

/** Student routes by the start of their addresses, the most particular first; groups are the parameters. */
export type Routes = [address: RegExp, route: Route][];

/**
 * A phone that visits routes without a server between: it keeps cookies by path as browsers do, and follows redirects.
 */
export class Phone {
  readonly cookies = new Map<string, { value: string; path: string }>();
  readonly #routes: Routes;
  readonly #address: string;
  constructor(routes: Routes, address = "192.0.2.1") {
    this.#routes = routes;
    this.#address = address;
  }

  get = (path: string) => this.#ask("GET", path);
  post = (path: string, fields: Record<string, string>) =>
    this.#ask("POST", path, new URLSearchParams(fields));

  /** A GET or POST, and where it led in the end. */
  async #ask(method: "GET" | "POST", path: string, body?: URLSearchParams) {
    const url = new URL(path, "http://localhost:3000");
    for (const [address, route] of this.#routes) {
      const match = address.exec(decodeURI(url.pathname));
      if (!match) continue;
      const cookie = [...this.cookies]
        .filter(([, one]) => `${url.pathname}/`.startsWith(one.path === "/" ? "/" : `${one.path}/`))
        .map(([name, one]) => `${name}=${one.value}`)
        .join("; ");
      const request = new Request(url, { method, body: body ?? null, headers: { cookie } });
      const call = (method === "GET" ? route.loader : route.action) as Call;
      const answer = await call({
        request,
        params: { ...match.groups },
        context: { address: this.#address },
      });
      for (const set of answer.headers.getSetCookie()) this.#keep(set);
      const to = answer.headers.get("Location");
      return { status: answer.status, to, headers: answer.headers, text: await answer.text() };
    }
    throw new Error(`no route for ${path}`);
  }

  #keep(set: string) {
    const [, name = "", value = ""] = /^(\w+)=([^;]*)/.exec(set) ?? [];
    const path = /Path=([^;]+)/.exec(set)?.[1] ?? "/";
    if (/Max-Age=0/.test(set)) this.cookies.delete(name);
    else this.cookies.set(name, { value: decodeURIComponent(value), path });
  }
}
