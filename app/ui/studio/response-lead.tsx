import { nativeName } from "#app/instrument/language-names.ts";
import { fill, formatDay, type Language, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";

interface LeadProps {
  response: {
    day: string;
    door: Text;
    language: Language;
    asked: number;
    answered: number;
    late: boolean;
    excluded: boolean;
  };
}

export function ResponseLead({ response }: LeadProps) {
  const language = useLanguage();
  const { response: says, responses } = useMessages().studio;
  return (
    <>
      <p>
        {fill(says.lead, {
          day: formatDay(response.day, language),
          door: response.door[language],
          language: responses.languages[response.language] ?? nativeName(response.language),
          answered: response.answered,
          asked: response.asked,
        })}{" "}
        {response.late ? says.late : ""}
      </p>
      {response.excluded ? <p className="studio-look">{says.nowExcluded}</p> : null}
    </>
  );
}
