/** The Content-Type of a plain form, as a header line. */
export const form = "Content-Type: application/x-www-form-urlencoded\r\n";

/** The head of a request from our own page; `more` are further header lines. */
export const headOf = (base: string, method: string, path: string, more = "") =>
  `${method} ${path} HTTP/1.1\r\nHost: ${new URL(base).host}\r\nOrigin: ${base}\r\n${more}\r\n`;

export const postedTo = (base: string, path: string, body: string, type = form) =>
  headOf(base, "POST", path, `${type}Content-Length: ${body.length}\r\n`) + body;

/** What no browser sends, by name, byte for byte: what must be refused, and what is odd but does no harm. */
export function oddRequests(base: string) {
  const { host } = new URL(base);
  const get = (target: string, more = "") => `GET ${target} HTTP/1.1\r\nHost: ${host}\r\n${more}\r\n`;
  const multipart = (body: string, type = "multipart/form-data; boundary=x") =>
    posted("/studio/sign-in", body, `Content-Type: ${type}\r\n`);
  const disposition = 'Content-Disposition: form-data; name="email"';
  const head = (method: string, path: string, more?: string) => headOf(base, method, path, more);
  const posted = (path: string, body: string, type?: string) => postedTo(base, path, body, type);
  const refused: Record<string, string> = {
    "multipart without a boundary": multipart("--x", "multipart/form-data"),
    "multipart cut off": multipart(`--x\r\n${disposition}\r\n\r\nab`),
    "multipart in multipart": multipart(
      `--x\r\n${disposition}\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\n\r\nz\r\n--y--\r\n--x--\r\n`,
    ),
    "multipart with a name of NUL": multipart(
      '--x\r\nContent-Disposition: form-data; name="\0"\r\n\r\n\r\n--x--\r\n',
    ),
    "a boundary of brackets": multipart("--((\r\n", "multipart/form-data; boundary=((("),
    "another charset": posted("/studio/sign-in", "email=\xff\xfe\xff", `${form.trim()}; charset=utf-16\r\n`),
    compressed: posted("/studio/sign-in", "\x1f\x8b\x08\0", `${form}Content-Encoding: gzip\r\n`),
    NUL: posted("/withdraw", "code=%00&go=%00"),
    "percent signs": posted("/withdraw", "code=%&%=%&%zz=%u1234"),
    __proto__: posted("/studio/sign-in", "__proto__=1&constructor=2&__proto__[email]=a&email=toString"),
    "__proto__ of a student": posted("/s/demo", "__proto__=1&constructor=2&go=__proto__&CON01=toString"),
    "a cookie of a megabyte": get("/s/demo", `Cookie: draft=${"x".repeat(2 ** 20)}\r\n`),
    "two thousand headers": get("/s/demo", "a:b\r\n".repeat(2500)),
    "no host": "GET /s/demo HTTP/1.1\r\n\r\n",
    "no host in HTTP/1.0": "GET /s/demo HTTP/1.0\r\n\r\n",
    "HTTP/0.9": "GET /s/demo\r\n\r\n",
    "two hosts": get("/s/demo", "Host: evil.example\r\n"),
    "a host with a space": "GET /s/demo HTTP/1.1\r\nHost: a b\r\n\r\n",
    "a host with a path": `GET /s/demo HTTP/1.1\r\nHost: ${host}/s\r\n\r\n`,
    "a host with a user": `GET /s/demo HTTP/1.1\r\nHost: user@${host}\r\n\r\n`,
    "a whole address": get(`${base}/s/demo`),
    "somebody else's whole address": get("http://evil.example/studio/sign-in"),
    "a form to a whole address": posted("http://evil.example/withdraw", "code=1"),
    "a star": get("*"),
    "options of a star": `OPTIONS * HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    "no slash": get("s/demo"),
    "a backslash": get("/\\evil.example"),
    "two slashes": get("//evil.example/studio"),
    "fourteen thousand slashes": get(`${"/".repeat(14_000)}x`),
    "seven thousand folders": get("/a".repeat(7000)),
    "seven thousand questions": get(`/studio/sign-in?${"a&".repeat(7000)}`),
    "bytes in the address": get("/s/\xe6\xb1\x87"),
    "HTTP/2 by heart": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    TRACE: head("TRACE", "/s/demo"),
    "TRACE of the studio": head("TRACE", "/studio", "Content-Length: 0\r\n"),
    CONNECT: `CONNECT evil.example:443 HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    PROPFIND: head("PROPFIND", "/studio", "Content-Length: 0\r\n"),
    "a method nobody knows": head("FOO", "/s/demo"),
    "chunks and a length": head(
      "POST",
      "/s/demo",
      `${form}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n`,
    ),
    "two lengths": head("POST", "/s/demo", `${form}Content-Length: 5\r\nContent-Length: 6\r\n`),
    "a length below nothing": head("POST", "/s/demo", `${form}Content-Length: -1\r\n`),
    "a length beyond numbers": head("POST", "/s/demo", `${form}Content-Length: 99999999999999999999\r\n`),
    "another coding": head("POST", "/s/demo", `${form}Transfer-Encoding: xchunked\r\n`),
    "a folded header": get("/s/demo", "A: b\r\n c\r\n"),
    "lines without returns": `GET /s/demo HTTP/1.1\nHost: ${host}\n\n`,
    "NUL in a header": get("/s/demo", "A: b\0c\r\n"),
    "another expectation": get("/s/demo", "Expect: tea\r\n"),
    "a range beyond the end": get("/robots.txt", "Range: bytes=99999-999999\r\n"),
    TLS: "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03\r\n\r\n",
  };
  const harmless: Record<string, string> = {
    "an upgrade to WebSocket": get(
      "/s/demo",
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n",
    ),
    "an upgrade to HTTP/2": get(
      "/s/demo",
      "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AA\r\n",
    ),
    "HTTP/1.0": `GET /s/demo HTTP/1.0\r\nHost: ${host}\r\n\r\n`,
    "twenty at once": get("/s/demo").repeat(20),
    "a proxy's lies": get(
      "/studio/sign-in",
      "X-Forwarded-Proto: ://%\r\nX-Forwarded-Host: a b\r\nX-Forwarded-For: x\r\n",
    ),
    "languages without end": get("/s/demo", `Accept-Language: ${"a-".repeat(6000)},\r\n`),
    "codings without end": get("/s/demo", `Accept-Encoding: gzip;q=x, ${"a,".repeat(5000)}\r\n`),
    "a date that is none": get("/robots.txt", 'If-Modified-Since: never\r\nIf-None-Match: "\r\n'),
  };
  return { refused, harmless };
}
