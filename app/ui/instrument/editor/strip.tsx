import { Form, Link } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { moment } from "../../studio/moment.ts";
import { instrumentPath } from "./editor-address.ts";
import type { EditorPageData } from "./editor-data.ts";
import { changeWords } from "./editor-words.ts";

/** How the draft stands: against the published version, against the checker; the last change, and the ways on. */
export function Strip({ page }: { page: EditorPageData }) {
  const { editor } = useMessages();
  const language = useLanguage();
  const { published, differs, errors, hints, last, head } = page;
  const here = instrumentPath(head);
  const against = published
    ? fill(differs ? editor.strip.differs : editor.strip.same, { n: published.number })
    : editor.strip.neverPublished;
  return (
    <section className="editor-strip" aria-label={editor.strip.label}>
      <p className="editor-facts">
        <span>{against}</span>
        {errors ? (
          <Link className="editor-errors" to={`${here}/check`}>
            {fill(editor.strip.errors, { n: errors })}
          </Link>
        ) : null}
        {hints ? <Link to={`${here}/check`}>{fill(editor.strip.hints, { n: hints })}</Link> : null}
        {errors + hints === 0 ? <Link to={`${here}/check`}>{editor.strip.clean}</Link> : null}
        <Link to={`${here}/test`}>{editor.strip.test}</Link>
        <Link to={`${here}/versions`}>{editor.strip.publish}</Link>
      </p>
      <p className="editor-last">
        {last
          ? fill(editor.strip.last, {
              by: last.by,
              when: moment(language, page.timeZone, last.savedAt),
              what: changeWords(editor, last.change),
            })
          : editor.strip.untouched}
      </p>
      <Steps page={page} />
    </section>
  );
}

/** One step back and one forth. */
function Steps({ page: { head, undo, redo } }: { page: EditorPageData }) {
  const words = useMessages().editor;
  const { tools } = words;
  if (!undo && !redo) return null;
  return (
    <Form method="post" className="editor-steps" preventScrollReset>
      <input type="hidden" name="base" value={head.draft} />
      {undo ? (
        <button
          className="quiet"
          name="intent"
          value="undo"
          title={fill(tools.undoWhat, { what: changeWords(words, undo) })}
        >
          {tools.undo}
        </button>
      ) : null}
      {redo ? (
        <button
          className="quiet"
          name="intent"
          value="redo"
          title={fill(tools.redoWhat, { what: changeWords(words, redo) })}
        >
          {tools.redo}
        </button>
      ) : null}
    </Form>
  );
}
