export const board = {
  tabs: {
    board: "进展",
    waves: "轮次与入口",
    outbox: "邮件",
    quality: "答卷质量",
    volunteers: "访谈志愿者",
  },
  tabsLabel: "收集工作的各页",
};
