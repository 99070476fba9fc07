/** How closely numbers may be told: the choice and what it means. */
export const disclosure = {
  title: "公布精度",
  lead: "无论选哪一档，不足 {k} 人的组都不会公开，也无法从相邻的组倒推。严格档还会把可以公布的数字再模糊一层。选定后，研究后台各页和此后的每次发布都按这一档；已经发布的不变。",
  profiles: {
    standard: { name: "标准", means: "凡可以显示的组，人数、百分比和均值都如实给出。" },
    strict: {
      name: "严格",
      means:
        "人数取最接近的 5 的倍数；百分比取整，且至少 23 份回答才给；均值至少 8 份才给。百分比、区间和检验都用取整后的人数计算，因此合计与各部分之和可能略有出入。",
    },
  },
  choose: "档次",
  reason: "理由",
  reasonHint: "例如：主管部门的公布规定。理由会连同姓名一起保存。",
  save: "保存",
  history: "以往的决定",
  changed: "{when}，{by}：{reason}",
  problems: {
    required: "请写明理由，它会随决定一起保存。",
    tooLong: "理由请控制在 500 字以内。",
    unknown: "请在两档中选一档。",
    same: "目前就是这一档。要更改，请选另一档。",
  },
  inRelease: {
    standard: "本次发布采用标准档：凡可以显示的数字均如实给出。",
    strict:
      "本次发布采用严格档：人数取最接近的 5 的倍数；百分比取整，至少 23 份回答才给；均值至少 8 份才给；百分比和区间均由取整后的人数算出。",
  },
};
