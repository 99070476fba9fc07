/** The checker's findings, the ways through a survey, and how much there is to read. */
export const checks = {
  lead: {
    clear:
      "Nothing stands in the way of opening: every code, every way through and every language has been looked at.",
    errors: {
      one: "{n} thing must change before this can open.",
      other: "{n} things must change before this can open.",
    },
    hints: {
      one: "There is {n} hint besides; it does not stop anything.",
      other: "There are {n} hints besides; they do not stop anything.",
    },
  },
  errorsTitle: "Must change",
  hintsTitle: "Hints",
  hintsLead: "None of these need be wrong. You decide.",
  places: {
    instrument: "Whole survey",
    consent: "Consent",
    page: "Page",
    item: "Question",
    block: "Block",
    scale: "Scale",
    theme: "Theme",
    scoring: "Score",
  },
  open: "Go there",
  groups: {
    codes: "Codes",
    routing: "Ways through",
    languages: "Texts and references",
    settings: "Settings",
    scoring: "Scores",
    privacy: "Privacy",
    wording: "Wording",
  },
  findings: {
    "code-twice":
      "The code {code} is used twice. Answers are kept by code and would be mixed up: choose another.",
    "page-twice": "Two pages have the code {code}. Choose another.",
    "theme-twice": "Two themes have the code {code}. Choose another.",
    "scoring-twice": "Two scores have the code {code}. Choose another.",
    "option-twice":
      "Two options have the code {code}; their answers could not be told apart. Choose another.",
    "value-twice": "The value {code} is used twice. Choose another.",
    reserved: "The code {code} is kept for another part. Choose another.",
    "several-others": "More than one option asks for words beside it; the words can belong to one only.",
    "unknown-item":
      "A condition reads {item}, which does not exist. It may have been deleted or got another code.",
    "asked-later":
      "A condition reads {item}, which is not asked before this. Move it forward, or change the condition.",
    "has-no-answer":
      "A condition reads {item}, which has no answer (a heading, words or a picture). For a matrix, use the code of a row.",
    "never-an-answer": "A condition expects {item} to be “{value}”, which is never an answer to it.",
    "has-no-order": "A condition compares {item} by size, but its answers have no order.",
    "compares-nothing":
      "A condition compares {item} with “{value}”. These are not of one kind, so it never holds.",
    "na-compares":
      "A condition compares {item} by size. “Not applicable” is kept as {value} and counts as more than every point; add a condition if it should not.",
    "unknown-language": "A condition names the language {language}, which this survey does not have.",
    "tick-routed": "What is agreed to is always shown; the condition here does nothing.",
    "no-theme": "There is no theme {theme}.",
    "missing-text": "Texts are missing in {languages}: {texts} in all.",
    "pipe-unknown": "A text refers to {pipe}, but there is no such question.",
    "pipe-later": "A text refers to {pipe}, which is only asked later.",
    "pipe-without-answer": "A text refers to {pipe}, which has no answer that could stand here.",
    "pipe-not-here": "This text is the same for everybody; it cannot refer to {pipe}.",
    "pipe-same-page":
      "A text refers to {pipe} on the same page: it is filled in once the page has been left; until then “…” stands there.",
    "no-picture": "No picture has been chosen yet.",
    "no-scale": "There is no scale {scale}.",
    "expect-unknown": "The attention check expects “{expect}”, which is not among its options.",
    "least-above-most": "The least, {least}, is more than the most, {most}: nobody could answer.",
    "more-than-offered": "{asked} are to be chosen, but only {offered} can be.",
    "no-number-between":
      "No number with so few decimals lies between the least and the most: nobody could answer.",
    "format-too-long": "This format takes at least {least} characters, but only {most} are allowed.",
    "bands-overlap": "The bands {band} and {next} overlap: a number would count in both.",
    "band-empty": "The band {band} begins where it ends, or after: no number can fall into it.",
    "bands-gap": "From {from} to below {below} there is no band: such answers are in no chart.",
    "exclusive-alone": "“Goes with no other option” only matters where several can be chosen.",
    "nothing-to-require":
      "There is nothing to answer here, yet an answer is required: nobody could leave this page.",
    "na-unlabelled":
      "“Not applicable” is allowed, but the scale {scale} has no words for it, so it is not shown.",
    "bipolar-reversed": "Bipolar scales are not reversed; “reversed” does nothing here.",
    "no-required-tick": "At least one thing must have to be ticked before the survey begins.",
    "minutes-turned": "The promise says {from} to {to} minutes: the first number is the larger one.",
    "asks-identity":
      "This seems to ask for “{words}”. A survey that promises anonymity should not ask who somebody is.",
    "scored-unknown": "The score uses {item}, which does not exist.",
    "scored-no-scale-item": "The score uses {item}, which is not answered on a scale and cannot be averaged.",
    "scored-twice": "{item} counts twice in this score.",
    "scored-lengths":
      "Its questions are answered on scales of different lengths ({lengths}) and cannot be averaged.",
    "scored-bipolar": "{item} is answered on a bipolar scale, best in the middle, and cannot be averaged.",
    "scored-check": "{item} is an attention check and should not be scored.",
    "scored-all-reversed": "All its questions are reversed. Make sure what a high score means.",
    "min-valid": "A score takes {least} answers, but there are only {items} questions.",
    "unreachable-page": "No answers lead to this page.",
    "unreachable-block": "No answers lead to this block.",
    "unreachable-item": "No answers lead to {item}.",
    "unreachable-option": "No answers bring up the option {option}.",
    "dead-end":
      "{item} must be answered, but there is nothing to choose after these answers: {answers}. People would be stuck here.",
    "nothing-offered": "{item} offers no option at all after these answers: {answers}.",
    "nothing-asked": "Whoever answers like this sees no page at all: {answers}.",
    "not-proved":
      "There are too many ways through to have gone along all of them: {places} places were not met, which does not prove they cannot be.",
    "double-negative": "{item} ({language}) has two negations and is easily misread: “{words}”.",
    "double-barrelled":
      "{item} ({language}) may ask two things at once: “{words}”. Whoever agrees to only one of them has no answer.",
    leading: "{item} ({language}): “{words}” may lead people to an answer.",
    "long-statement":
      "{item} ({language}) is long and will be read twice on a phone: {characters} characters, {words} words.",
  },
  paths: {
    title: "Ways through",
    one: "Everybody goes the same way, with the same pages and blocks.",
    several: {
      one: "By the pages and blocks people see, there is {n} way through.",
      other: "By the pages and blocks people see, there are {n} ways through.",
    },
    atLeast:
      "By the pages and blocks people see, there are at least {n} ways through; counting stopped there.",
    caption: "The shortest and the longest way",
    language: "Language",
    shortest: "Shortest",
    longest: "Longest",
    length: "{items} questions, about {minutes} minutes",
    leads: "These answers lead there:",
    everybody: "Whatever is answered",
    promise: {
      kept: "The survey promises {from}–{to} minutes, which agrees with the estimate.",
      "too-long":
        "The survey promises {from}–{to} minutes, but the longest way takes about {minutes}: shorten it, or promise more.",
      "too-short":
        "The survey promises {from}–{to} minutes, but the longest way takes only about {minutes}: promise less, and more people will open it.",
    },
    pages: "Minutes on each page ({language}, where everything on it is asked)",
    page: "Page",
    items: "Questions",
    minutes: "Minutes",
    letter: "The letter before the first question, not counted above",
    method:
      "How this is estimated: {characters} characters of Chinese or {words} words of English are read a minute (Trauzettel-Klosinski and Dietz, 2012: adults reading aloud at ease); to that comes the time to answer, such as {scale} seconds for a statement, {single} and more for a choice, {text} for words of one's own. Answering times are our assumption; compare them with the first wave.",
  },
  load: {
    title: "Reading load",
    lead: "Characters (Chinese) or words (other languages) of each question. Statements above {characters} characters or {words} words get a hint.",
    item: "Question",
    characters: "{language}, characters",
    words: "{language}, words",
    hints: "Hints",
    show: { one: "See {n} question", other: "See all {n} questions" },
  },
};
