/** A row of a CSV file with the line it starts on (1 is the first line of the file). */
export interface CsvRow {
  line: number;
  fields: string[];
}

/**
 * Reads CSV as RFC 4180 describes it: fields apart by commas (or another sign), optional double quotes with "" inside
 * them, CR LF or LF. A byte-order mark is dropped; rows without any content are left out.
 * @throws SyntaxError with `line` in its message when a quote is never closed or text follows a closing quote
 */
export function readCsv(text: string, separator = ","): CsvRow[] {
  const rows: CsvRow[] = [];
  let fields: string[] = [];
  let field = "";
  let line = 1;
  let start = 1;
  let at = text.startsWith("\ufeff") ? 1 : 0;

  const endRow = () => {
    fields.push(field);
    if (fields.some((one) => one.trim() !== "")) rows.push({ line: start, fields });
    fields = [];
    field = "";
  };

  while (at < text.length) {
    const letter = text[at];
    if (letter === '"' && field === "") {
      const opened = line;
      for (at++; ; at++) {
        if (at >= text.length) throw new SyntaxError(`The quote opened in line ${opened} is never closed.`);
        if (text[at] === '"') {
          if (text[at + 1] !== '"') break;
          at++;
        }
        if (text[at] === "\n") line++;
        field += text[at];
      }
      const next = text[++at];
      if (next !== undefined && next !== separator && next !== "\n" && next !== "\r") {
        throw new SyntaxError(`Line ${line}: text follows a closing quote.`);
      }
      // An empty quoted field is still a field; what follows decides it.
      if (next === separator) {
        fields.push(field);
        field = "";
        at++;
      }
    } else if (letter === separator) {
      fields.push(field);
      field = "";
      at++;
    } else if (letter === "\n" || letter === "\r") {
      endRow();
      at += letter === "\r" && text[at + 1] === "\n" ? 2 : 1;
      start = ++line;
    } else {
      field += letter;
      at++;
    }
  }
  if (field !== "" || fields.length > 0) endRow();
  return rows;
}
