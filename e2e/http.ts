import http from "node:http";

export interface Asked {
  method?: string;
  headers?: http.OutgoingHttpHeaders;
  body?: string | Buffer;
}
export interface Answered {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/**
 * One raw request: unlike `fetch` it sends any Host, any Origin and any path, and follows nothing.
 * @throws when the connection breaks before the answer is complete
 */
export function ask(base: string, path: string, { method = "GET", headers = {}, body }: Asked = {}) {
  const { hostname, port } = new URL(base);
  return new Promise<Answered>((resolve, reject) => {
    // `path` goes out as written; a URL object would tidy it up.
    const request = http.request({ hostname, port, path, method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    request.on("error", reject);
    if (body !== undefined && !("content-length" in headers) && !("transfer-encoding" in headers))
      request.setHeader("Content-Length", Buffer.byteLength(body));
    request.end(body);
  });
}
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

type Fields = Record<string, string | string[]>;

/** A form as a browser encodes it. */
export function encode(fields: Fields): string {
  const encoded = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) encoded.append(name, one);
  return encoded.toString();
}

/** A browser without a screen: keeps cookies, sends forms as its own pages would. */
export class Client {
  readonly base: string;
  readonly cookies = new Map<string, string>();

  constructor(base: string, cookies: Record<string, string> = {}) {
    this.base = base;
    for (const [name, value] of Object.entries(cookies)) this.cookies.set(name, value);
  }

  get(path: string, headers: http.OutgoingHttpHeaders = {}): Promise<Answered> {
    return this.#send(path, { headers });
  }

  post(path: string, fields: Fields, headers: http.OutgoingHttpHeaders = {}): Promise<Answered> {
    const type = "application/x-www-form-urlencoded";
    const sent = { Origin: this.base, "Content-Type": type, ...headers };
    return this.#send(path, { method: "POST", headers: sent, body: encode(fields) });
  }

  async #send(path: string, asked: Asked): Promise<Answered> {
    const jar = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(jar ? { Cookie: jar } : {}), ...asked.headers };
    const answered = await ask(this.base, path, { ...asked, headers });
    for (const line of answered.headers["set-cookie"] ?? []) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answered;
  }
}
