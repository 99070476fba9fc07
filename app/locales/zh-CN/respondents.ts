/** 一个课题有几份问卷时：看谁的答卷。 */
export const respondents = {
  label: "谁的答卷",
  names: { student: "学生", teacher: "教师", college: "院校", employer: "用人单位" },
  only: "只看《{title}》的答卷",
  /** 在表格和文件里。 */
  instrument: "问卷",
  releases: "发布只含《{title}》的答卷，其他问卷的答卷不在其中。",
  quality: "界线对本课题的所有问卷有效；下面的计数和列表只含这一份问卷。",
};
