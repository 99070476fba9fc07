import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { readForm, refuse } from "../http/forms.server.ts";
import { isSurvey } from "../http/new-study.server.ts";
import { aboutSearch, aboutValues, readAbout } from "../http/new-study-about.server.ts";
import { requireAccount } from "../http/session.server.ts";
import { refuseForm } from "../http/wave-forms.server.ts";
import { Starts } from "../ui/instrument/list/starts.tsx";
import "../ui/instrument/list/list.css";
import { useMessages } from "../ui/language.tsx";
import { studySurveys } from "../ui/studio/new-study/choices.ts";
import { problemIn } from "../ui/studio/new-study/problem-in.ts";
import { StepPage } from "../ui/studio/new-study/step-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";

/** What the first step said, still in order; else back to it. */
function earlier(request: Request) {
  const { searchParams } = new URL(request.url);
  const values = aboutValues(searchParams);
  if ("errors" in readAbout(values)) throw redirect(`/studio/new?${aboutSearch(values)}`);
  return { search: aboutSearch(values), survey: searchParams.get("survey") ?? "" };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const account = await requireAccount(request);
  return { account: { name: account.name }, ...earlier(request) };
}

export async function action({ request }: ActionFunctionArgs) {
  await requireAccount(request);
  const form = await readForm(request);
  const survey = form.get("survey");
  if (!isSurvey(survey)) return refuse(refuseForm(form, { survey: "choose" }));
  throw redirect(`/studio/new/collector?${earlier(request).search}&survey=${survey}`, 303);
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.newStudy.title);

export default function NewStudySurveyPage() {
  const { account, search, survey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const messages = useMessages();
  const { newStudy } = messages;
  return (
    <StepPage account={account} step="instrument" lead={<p>{newStudy.lead}</p>}>
      <Form method="post" action={`/studio/new/instrument?${search}`} noValidate className="new-study-form">
        <Starts
          name="survey"
          legend={newStudy.instrument.legend}
          value={survey || "students"}
          error={problemIn(messages, refused?.errors.survey)}
          starts={studySurveys.map((one) => ({ value: one, ...newStudy.instrument.choices[one] }))}
        />
        <div className="wave-actions">
          <button type="submit">{newStudy.next}</button>
          <Link className="studio-back" to={`/studio/new?${search}`}>
            {newStudy.back}
          </Link>
        </div>
      </Form>
    </StepPage>
  );
}
