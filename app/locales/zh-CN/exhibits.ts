/** What all pages of the results room share: tabs, tables, files, and how numbers were computed. */
export const exhibits = {
  tabsLabel: "结果的各个页面",
  tabs: {
    overview: "概览",
    scales: "量表质量",
    groups: "分组比较",
    cross: "交叉表",
    trend: "历次变化",
    mirrors: "各方对照",
    weights: "加权",
    modes: "考试形式",
  },
  files: "下载",
  copy: "复制表格",
  method: "怎样算出来的",
};
