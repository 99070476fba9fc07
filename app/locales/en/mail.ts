import type { mail as chinese } from "../zh-CN/mail.ts";

export const mail: typeof chinese = {
  noName: "student",
  kinds: { invitation: "Invitation", reminder: "Reminder" },
  states: {
    queued: "Waiting",
    sending: "Being sent",
    sent: "Sent",
    failed: "Not sent",
    refused: "Address refused",
    unsure: "May have arrived",
    cancelled: "Cancelled",
  },
  people: {
    title: "Invitation list: {name}",
    lead: { one: "There is one person on this list.", other: "There are {n} people on this list." },
    empty:
      "Nobody is on this list yet. Import a roster first; importing only records people, it sends no mail.",
    erased:
      "Names and addresses have been erased. Counts and used links are still kept, and links that are out still work.",
    used: {
      hidden:
        "With fewer than {twice} people on it, the list does not show how many links were used: that protects anonymity.",
      few: "Fewer than {step} links have been used.",
      about: "At least {n} links have been used (updated every {step} people).",
      most: "More than {n} links have been used.",
    },
    anonymous:
      "Who used their link is not shown here. Reminders find the unused links by themselves, and nobody is told to whom they went.",
    ways: {
      import: "Import people",
      invitation: "Write the invitation",
      reminder: "Write a reminder",
      outbox: "See the mail",
      doors: "Back to waves and doors",
    },
    state: "State",
    number: "People",
    total: "Total",
    states: {
      new: "Not written to yet",
      waiting: "Invitation waiting",
      invited: "Invitation sent",
      failed: "Invitation not sent",
      optedOut: "Unsubscribed",
      undeliverable: "Address takes no mail",
    },
    listTitle: "People",
    search: "Find by address or name",
    find: "Find",
    all: "Show everybody",
    email: "Address",
    name: "Name",
    language: "Language",
    languages: { "zh-CN": "Chinese", en: "English" },
    change: "Change",
    remove: "Take off the list",
    mark: "Mark as undeliverable",
    unmark: "Write to it again",
    ofPerson: ": {email}",
    none: "Nobody matches.",
    newer: "Previous page",
    older: "Next page",
    pages: "Pages of the list",
    markedByHand: "marked by a researcher",
    tooLate: "This person has been written to and can no longer be taken off the list.",
    eraseTitle: "Erase names and addresses",
    eraseLead:
      "On this day names, addresses and everything else the roster said are erased by themselves. Links keep working, counts stay as they are, and mail still waiting is cancelled.",
    until: "Keep until",
    untilHint: "When nothing is set: {days} days after the wave closes.",
    save: "Save the day",
    saved: "The day is saved.",
    eraseNow: "Erase them now",
    eraseWarn: "This cannot be undone, and these people can no longer be written to or reminded.",
    eraseAgree: "I know that this cannot be undone",
    eraseDo: "Erase all names and addresses",
    notAgreed: "Please tick the box first.",
    badDay: "Please choose today or a later day, at most a year from now or 30 days after the wave closes.",
    changed: "Done.",
  },
  import: {
    title: "Import people",
    lead: "Add people to “{name}”. First check, then import: nothing is stored before you confirm, and importing sends no mail.",
    hint: "CSV or Excel (.xlsx), or simply pasted from a spreadsheet. The first row names the columns: email, name, language (zh or en; Chinese when left out). Any other columns (up to {columns}, such as college or class) can be used in letters. Up to {rows} people and 10 MB at a time.",
    file: "Choose a file",
    pasted: "or paste the list here",
    check: "Check the list",
    report: "What was found",
    counts: "{add} will be added; {there} already on the list; {bad} cannot be added.",
    columns: "Columns that letters can use: {columns}",
    line: "Row",
    verdict: "Outcome",
    good: "Will be added",
    more: "{n} more rows are not listed.",
    confirm: "Add {add} to the list",
    cancel: "Do not import",
    nothing: "There is nobody to add. Please correct the list as described below and check it again.",
    nothingNew: "All of them are on the list already; there is nothing to import.",
    done: "Added to the list: {added}.",
    doneWithout:
      "Added to the list: {added}. Rows left out, because of a problem or being on it already: {left}.",
    problems: {
      "missing-email": "no address",
      "no-at": "the address has no @",
      "bad-email": "this is not an address",
      duplicate: "this address is further up in the file",
      "too-long": "too long",
      "unknown-language": "unknown language; write zh or en",
      "opted-out": "has unsubscribed from this study’s mail",
      "already-there": "already on the list",
    },
    faults: {
      empty: "Nothing to read. Please choose a file or paste a list.",
      "no-email-column":
        "No column of addresses was found. Please name the columns in the first row, for instance “email”.",
      "too-many-rows": "Too many people: at most {rows} at a time. Please import in several parts.",
      "too-many-columns":
        "Too many columns: at most {columns} besides email, name and language. Please delete those you do not need.",
      "broken-file":
        "The file cannot be read: it may be damaged, or a quote is never closed. Please save it anew and try again.",
      "not-a-table": "This is no table. Please upload a CSV or Excel (.xlsx) file.",
      "old-excel":
        "This is an old or password-protected Excel file. Please save it in Excel as an unprotected .xlsx or as CSV.",
      hostile:
        "The inside of this file is not as it should be, so it was not read. Please paste the list into a new workbook and try again.",
      "too-large":
        "The file is too large when unpacked, so it was not read. Please keep only the list itself.",
    },
  },
  letter: {
    title: { invitation: "Write the invitation", reminder: "Write a reminder" },
    lead: {
      invitation: {
        one: "This letter goes to the one person on “{name}” who has not been invited yet, in their language.",
        other:
          "This letter goes to the {n} people on “{name}” who have not been invited yet, each in their language.",
      },
      invitationNobody: "Everybody on “{name}” has been invited, or nobody is on it. Import people first.",
      reminder:
        "A reminder goes only to people who were invited and whose link has not been used. To whom and to how many is not shown here: that would tell who has not answered.",
    },
    rules:
      "At most {most} reminders for a list, each at least {hours} hours after the letter before. So far: {done}.",
    refusals: {
      "none-invited": "No invitation has been sent yet, so there is nothing to remind of.",
      enough: "This list has been reminded {most} times. Another letter would only annoy people.",
      "too-soon": "The last letter is less than {hours} hours old. Please come back after {from}.",
    },
    closed: "This wave has closed; no more letters can be sent.",
    early: "This wave has not opened yet: whoever follows the link before then is told the day it opens.",
    fields: "Letters can use:",
    fieldNames: {
      name: "name (“student” where there is none)",
      link: "the personal link, needed",
      unsubscribe: "the way to unsubscribe, needed",
      closes: "closing day",
      minutes: "about how many minutes",
      institution: "who asks",
      contact: "whom to ask",
    },
    subject: { "zh-CN": "Subject (Chinese)", en: "Subject (English)" },
    body: { "zh-CN": "Letter (Chinese)", en: "Letter (English)" },
    preview: "See it as it will be sent",
    previewTitle: "As it will be sent",
    previewOf: { "zh-CN": "In Chinese, to {email} for example", en: "In English, to {email} for example" },
    previewNobody: { "zh-CN": "In Chinese (nobody on the list)", en: "In English (nobody on the list)" },
    masked: "The link is hidden here; everybody gets their own.",
    send: "Confirm and put it in the queue",
    problems: {
      required: "Please fill this in.",
      tooLong: "This is too long, please shorten it.",
      "missing-link": "The letter needs {link}, or its reader cannot reach the survey.",
      "missing-unsubscribe": "The letter needs {unsubscribe}: its reader must be able to unsubscribe.",
      "unknown-fields": "The list has nothing called: {found}",
      "link-in-subject": "Links belong in the letter, not in the subject.",
    },
    problemsTitle: "Not ready to send: {n} things to correct.",
    nobody:
      "There is nobody to write to: everybody has been written to, has unsubscribed, or cannot be reached.",
    from: "From",
    subjectLabel: "Subject",
    to: "To",
  },
  defaults: {
    invitation: {
      subject: "What do you really think of the 1+X certificates?",
      body: `Dear {name},

You have come across the 1+X certificates at college. Whether they were of use, what was good about them and what was not, nobody knows better than you. {institution} would like to hear what you really think.

It takes about {minutes} minutes and is open until {closes}. This is your personal link:
{link}

Taking part is entirely up to you, and not taking part has no consequences. Your answers are anonymous: the link is for you alone and works once; we only know whether it was used and never join your answers to your address. Please do not pass this letter on.

If you have questions, write to us: {contact}

{institution}

No more mail about this study: {unsubscribe}`,
    },
    reminder: {
      subject: "Reminder: the 1+X survey is still open",
      body: `Dear {name},

Some days ago we invited you to tell us what you think of the 1+X certificates. If you have not got round to it, the survey is open until {closes} and takes about {minutes} minutes:
{link}

Taking part is still entirely up to you. Your answers are anonymous and never joined to your address; this link is for you alone and works once.

If you have answered in the last day or two, thank you, and please ignore this letter.

If you have questions, write to us: {contact}

{institution}

No more mail about this study: {unsubscribe}`,
    },
  },
  outbox: {
    title: "Mail",
    noServer:
      "No mail server is set, so no mail leaves this machine: letters wait below, where you can read each of them. To send them, start the server with SMTP_URL (such as smtps://user:password@smtp.example.edu.cn) and MAIL_FROM (the sender’s address).",
    server: "Mail is sent by {from}, at most {perMinute} letters a minute.",
    waiting: { one: "{n} letter is waiting.", other: "{n} letters are waiting." },
    waitingAtLeast: "At least {n} letters are waiting.",
    waitingStep: "Fewer than {step} letters are waiting.",
    idle: "No letters are waiting.",
    empty:
      "No letters have been written yet. Open a list under “Waves and doors”, import people, then write the invitation.",
    toDoors: "To waves and doors",
    mailingsTitle: "Letters written",
    mailing: "{kind}: {door}",
    created: "{by}, {when}",
    steps:
      "Letters of a reminder are counted in steps of {step} (below the first step: “<{step}”) and their readers are not listed: that would tell who has not answered.",
    under: "<{step}",
    atLeast: "{n}+",
    paused: "halted",
    pause: "Halt",
    resume: "Go on",
    cancel: "Cancel the rest",
    "retry-failed": "Send what was not sent",
    "retry-unsure": "Send the unsure ones again",
    ofMailing: ": {mailing}",
    changed: { one: "{n} letter changed.", other: "{n} letters changed." },
    changedReminder: "Done.",
    queuedNow: "The letter is in the queue.",
    unsureNote:
      "“May have arrived”: the server stopped between handing a letter over and hearing back. So that nobody gets it twice it is not sent again by itself; think before you do.",
    undeliveredTitle: "Addresses that take no mail",
    undeliveredLead: "The mail server refused these addresses. They are not written to again.",
    undeliveredNone: "There are no such addresses.",
    reason: "Reason",
    door: "List",
    lettersTitle: "Invitations",
    lettersLead: "One letter for each person. Open one to see it as it is sent.",
    filter: "Filter",
    allMailings: "All invitations",
    allStates: "All states",
    mailingLabel: "Which one",
    stateLabel: "State",
    email: "To",
    erased: "(erased)",
    sentOn: "Day",
    tries: "Tries",
    problem: "The server’s answer",
    nextTry: "next try {when}",
    noLetters: "No letter matches.",
    newer: "Previous page",
    older: "Next page",
    pages: "Pages of invitations",
    letterTitle: "Letter to {email}",
    letterErased: "An invitation",
    letterLead: "{state}. This is how it is sent; only its reader sees the link, which is hidden here.",
    back: "Back to the mail",
    plain: "What it says",
    testTitle: "A link to try",
    testLead:
      "This study’s data are synthetic, so you can make a working link for this invented person and see what students see. Real studies have no such button.",
    testMake: "Make a test link",
    testMade: "This link is shown only this once:",
  },
  unsubscribe: {
    title: "Unsubscribe from this survey’s mail",
    body: "After you press the button, {institution} will send you no more mail about “{title}”, reminders included. This has nothing to do with taking part, and answers you have sent are not affected.",
    confirm: "Send me no more mail",
    doneTitle: "You are unsubscribed",
    doneBody: "We will send you no more mail about “{title}”. A letter already on its way may still arrive.",
    undo: "That was a mistake, keep writing",
    undoneTitle: "You will hear from us again",
    undoneBody: "If there is a reminder, you will get it.",
    erasedTitle: "The addresses of this list have been erased",
    erasedBody:
      "No more mail about “{title}” will be sent from this list. The link no longer knows your address, so it cannot keep it off later lists: should a new one reach you, please unsubscribe there, or tell {contact} now.",
    unknownTitle: "This unsubscribe link is not known",
    unknownBody:
      "Some characters may be missing. Please open the link in the mail again, or simply reply to it.",
    otherLanguage: "中文",
  },
};
