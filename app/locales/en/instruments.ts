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
};
