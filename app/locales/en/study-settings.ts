/** What a study says of itself, changed after it was made. */
export const studySettings = {
  link: "Study settings",
  title: "Study settings",
  lead: "What you change here stands in the consent letter and the studio once it is saved, and in releases made from then on; those already made stay as they are.",
  back: "Back to the overview",
  saved: "Saved.",
  same: "Nothing was changed, so nothing was saved.",
  changed:
    "Somebody saved other changes meanwhile. What you filled in is still here, and “What was changed” below tells what they did. Please compare, then save.",
  problem: "Not saved yet: something below needs your attention.",
  name: "Study",
  method: "Who is asked and how",
  limits: "Limits of the results",
  limitsLead:
    "One thing a paragraph; printed under “Method” on the public page and in the brief. Emptied in both languages, a paragraph is removed; to add more, save first.",
  limitZh: "Paragraph {n} (Chinese)",
  limitEn: "Paragraph {n} (English)",
  time: "Time",
  reason: "Reason for the change",
  reasonHint:
    "Needed when the day until which data are kept changes, otherwise optional. Kept together with your name.",
  reasonNeeded: "Please say why the day until which data are kept changes.",
  earlier:
    "People who have answered read in the consent letter that their data are kept until {from} and can be withdrawn until then. With {to} they have less time, and after that day responses are deleted for good.",
  later:
    "People who have answered read in the consent letter that their data are kept until {from}. With {to} they are kept longer than people agreed to; please make sure that the ethics approval and those people allow it.",
  sure: "I know, and change it to {to}",
  unsure: "Please read the lines above, then tick this box.",
  save: "Save",
  fixed: "What stays as it is",
  fixedLead:
    "The days of responses were counted in this time zone and links were passed on with this address, so changing either halfway would part what came before from what comes after.",
  zone: "Time zone",
  address: "Address",
  history: "What was changed",
  decided: "{when}, {by}: {reason}",
  decision: "{changes}",
  decisionReason: "{changes}. Reason: {reason}",
  change: "{label}: “{from}” is now “{to}”",
  otherLanguage: "{label} (in Chinese only)",
  limitsChange: "{label} (paragraphs: {from}, now {to})",
  limitsWords: "{label} (words)",
  join: "; ",
};
