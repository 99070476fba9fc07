/** The frame of the pages about instruments, and their list. */
export const instruments = {
  tabsLabel: "Pages of this survey",
  tabs: {
    edit: "Edit",
    languages: "Languages",
    check: "Check",
    test: "Try out",
    versions: "Versions",
    history: "History",
    files: "Files",
  },
};
