/** A Content-Disposition that saves under a name in any script (RFC 6266, RFC 8187), with a plain one for old programs. */
export function attachment(name: string, plain: string): string {
  // Signs that file systems refuse or that would end the header.
  const safe = name.replace(/[\p{Cc}"\\/:*?<>|]/gu, "-");
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
