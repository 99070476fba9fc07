/** The frame of the pages about instruments, and their list. */
export const instruments = {
  tabsLabel: "问卷各页",
  tabs: {
    edit: "编写",
    bank: "题库",
    languages: "语言",
    check: "检查",
    test: "试答",
    versions: "版本",
    history: "修改记录",
    files: "导入导出",
  },
};
