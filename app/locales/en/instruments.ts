/** The frame of the pages about instruments, and their list. */
export const instruments = {
  tabsLabel: "Pages of this survey",
  tabs: {
    edit: "Edit",
    bank: "Question bank",
    languages: "Languages",
    check: "Check",
    test: "Try out",
    versions: "Versions",
    history: "History",
    files: "Files",
  },
  list: {
    title: "Surveys",
    none: "This study has no survey yet. Make one from a template, or import one you have.",
    lead: { one: "This study has {n} survey.", other: "This study has {n} surveys." },
    create: "New survey",
    importFile: "Import a survey file",
    survey: "Survey",
    respondent: "Who answers",
    languages: "Languages",
    state: "Version",
    waves: "Asked in",
    next: "Next step",
    unpublished: "draft, not yet published",
    published: "version {n}",
    changed: "version {n}; the draft has changes not yet published",
    noWaves: "no wave yet",
    wave: "{name} (version {version})",
    nexts: {
      finish: "Finish and check it",
      publish: "Look at the changes and publish",
      wave: "Make a wave",
      fieldwork: "See how it is going",
    },
    untitled: "(untitled)",
  },
  make: {
    title: "New survey",
    lead: "Start from a template, from nothing, or from a survey of this study. It begins as a draft; until it is published everything can be changed.",
    from: "Start from",
    templates: {
      "oneplusx-student": {
        name: "1+X: students",
        about: "Courses, exams, careers and plans; about 45 questions, 8–10 minutes.",
      },
      "oneplusx-teacher": {
        name: "1+X: teachers",
        about: "Ten statements that mirror the students’, two open questions.",
      },
      "oneplusx-college": {
        name: "1+X: colleges",
        about: "Nine statements that mirror the students’, two open questions.",
      },
      "oneplusx-employer": {
        name: "1+X: employers",
        about: "Nine statements that mirror the students’, two open questions.",
      },
      "course-evaluation": {
        name: "Course evaluation",
        about:
          "Teaching, workload, assessment, outcomes, resources, climate: 16 statements and 3 open questions, 4–6 minutes.",
      },
      blank: {
        name: "Blank survey",
        about: "The consent is prepared; one page with one question; the rest is yours.",
      },
    },
    copy: "Copy “{title}”",
    copyAbout: "The codes of its questions stay; it becomes a draft of its own.",
    nameZh: "Title (Chinese)",
    nameEn: "Title (English)",
    nameHint: "Respondents see it. Left empty, it is the template’s.",
    code: "Code of the survey",
    codeHint:
      "Lower-case letters, digits and hyphens, for addresses and file names; it cannot be changed later. Left empty, one is found.",
    send: "Make it and start editing",
    problems: {
      choose: "Please choose where to start from.",
      title: "A blank survey needs a title.",
      code: "Begin with a lower-case letter and use only letters, digits and hyphens, 2 to 64 characters.",
      taken: "A survey of this study has this code already.",
    },
    made: "Made the survey “{title}”",
  },
};
