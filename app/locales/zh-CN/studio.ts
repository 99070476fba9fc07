export const studio = {
  name: "研究台",
  rooms: {
    overview: "概览",
    results: "结果",
    voices: "心声",
    responses: "答卷",
    releases: "发布",
  },
  roomsLabel: "课题各页",
  studies: "我的课题",
  account: "账号",
  signOut: "退出",
  signedInAs: "已登录：{name}",
  roles: { researcher: "研究人员", reader: "读者" },
};
