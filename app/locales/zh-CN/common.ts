export const common = {
  product: "汇流",
  tagline: "学生的声音，汇成可以依据的事实",
  synthetic: "合成数据",
  syntheticNote: "此处所有学校、证书和回答均为虚构，仅用于演示。",
  language: "语言",
  otherLanguage: "English",
  skipToContent: "跳到正文",
  hidden: {
    few: "不足 {k} 份，不显示",
    complement: "为防止推算相邻小组，不显示",
    difference: "与可见人群只差不足 {k} 人，不显示",
    alike: "作答几乎完全一致，不显示",
  },
  errors: {
    400: { title: "这个请求有误", body: "地址或表单里有我们不认识的内容。请返回上一页，或从首页重新进入。" },
    403: { title: "无权执行这一操作", body: "您的账号不能做这件事。如需权限，请联系课题负责人。" },
    404: { title: "没有这个页面", body: "地址可能有误，或者内容不属于您的账号。请检查链接，或回到首页。" },
    410: { title: "这里已经关闭", body: "您要找的内容已经不在了。" },
    503: { title: "这会儿没能存下来", body: "数据库暂时无法写入，什么都没有改动。请过几秒再试一次。" },
    500: { title: "服务器出错了", body: "已收到的数据是安全的。请稍后再试；如果一直这样，请告诉维护人员。" },
  },
  home: "回到首页",
};
