import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import { documentOf } from "./document.tsx";
import { notice } from "./notices.tsx";

export type FollowUpProblem = keyof ReturnType<typeof messagesIn>["survey"]["followUp"]["problems"];

interface FollowUpProps {
  language: Language;
  synthetic: boolean;
  action: string;
  /** The last day on which contacts are kept, in words. */
  until: string;
  /** Whom to ask for removal. */
  contact: string;
  given: { name: string; contact: string; agreed: boolean };
  /** By field. */
  problems: Partial<Record<"name" | "contact" | "agreed" | "website", FollowUpProblem>>;
}

/** Where a student offers to be interviewed: a page of its own that knows nothing of the survey. */
export function followUpPage(props: FollowUpProps): string {
  const { language, problems, given } = props;
  const { survey } = messagesIn(language);
  const words = survey.followUp;
  const wrong = Object.entries(problems);
  const other = language === "en" ? "zh-CN" : "en";
  return documentOf({
    language,
    synthetic: props.synthetic,
    title: words.title,
    children: (
      <main>
        <p className="switch">
          <a href={`?lang=${other}`} lang={other} hrefLang={other}>
            {survey.switchTo}
          </a>
        </p>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <p>{words.apart}</p>
        {wrong.length > 0 ? (
          <div className="summary" role="alert">
            <h2>{words.errorTitle}</h2>
            {problems.website ? <p>{words.problems[problems.website]}</p> : null}
            <ul>
              {(["name", "contact", "agreed"] as const).map((field) => {
                const problem = problems[field];
                return problem ? (
                  <li key={field}>
                    <a href={`#${field}`}>{field === "agreed" ? words.problems[problem] : words[field]}</a>
                  </li>
                ) : null;
              })}
            </ul>
          </div>
        ) : null}
        <form method="post" action={props.action} autoComplete="off" noValidate>
          <Line {...props} name="name" />
          <Line {...props} name="contact" />
          <div className={problems.agreed ? "q consent wrong" : "q consent"}>
            {problems.agreed ? (
              <p className="problem" id="agreed-problem">
                {words.problems[problems.agreed]}
              </p>
            ) : null}
            <label className="choice">
              <input
                type="checkbox"
                id="agreed"
                name="agreed"
                value="yes"
                defaultChecked={given.agreed}
                aria-describedby={problems.agreed ? "agreed-problem" : undefined}
                aria-invalid={problems.agreed ? true : undefined}
              />
              <span>{words.consent}</span>
            </label>
          </div>
          {/* Nobody sees this; only programs that fill in every field do. */}
          <div hidden>
            <label>
              {words.hidden}
              <input name="website" tabIndex={-1} autoComplete="off" />
            </label>
          </div>
          <p className="hint">{fill(words.until, { date: props.until, contact: props.contact })}</p>
          <div className="actions">
            <button className="next">{words.send}</button>
          </div>
        </form>
      </main>
    ),
  });
}

function Line({ name, language, given, problems }: FollowUpProps & { name: "name" | "contact" }) {
  const words = messagesIn(language).survey.followUp;
  const problem = problems[name];
  return (
    <div className={problem ? "q wrong" : "q"}>
      <label className="text" htmlFor={name}>
        {words[name]}
      </label>
      <p className="hint" id={`${name}-hint`}>
        {words[`${name}Hint`]}
      </p>
      {problem ? (
        <p className="problem" id={`${name}-problem`}>
          {words.problems[problem]}
        </p>
      ) : null}
      <input
        id={name}
        name={name}
        defaultValue={given[name]}
        autoComplete="off"
        aria-describedby={problem ? `${name}-problem ${name}-hint` : `${name}-hint`}
        aria-invalid={problem ? true : undefined}
      />
    </div>
  );
}

export function followUpDone(props: { language: Language; synthetic: boolean }): string {
  const words = messagesIn(props.language).survey.followUp;
  return notice({ ...props, title: words.doneTitle, children: <p>{words.doneBody}</p> });
}
