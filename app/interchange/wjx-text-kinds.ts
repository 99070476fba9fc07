/** How a question of 问卷星 is read. `lost` is reported and left out. */
export type Way =
  | "single"
  | "multiple"
  | "judge"
  | "scale"
  | "text"
  | "blanks"
  | "matrix"
  | "matrixMultiple"
  | "matrixText"
  | "paragraph"
  | "page"
  | "ranking"
  | "sum"
  | "slider"
  | "nps"
  | "lost";

export interface Kind {
  way: Way;
  /** The word is not this house's own, so that the finding names both. */
  nearest?: string;
  /** The first option scores highest. */
  descending?: true;
  /** Options carry scores of their own, or right answers. */
  scored?: true;
}

/** The types as 问卷星 writes them between brackets. A kind the house learns later is one line here, and its way. */
export const kinds: Record<string, Kind> = {
  单选题: { way: "single" },
  单选: { way: "single" },
  单项选择题: { way: "single" },
  下拉框: { way: "single", nearest: "单选题" },
  下拉题: { way: "single", nearest: "单选题" },
  下拉单选: { way: "single", nearest: "单选题" },
  下拉框单选: { way: "single", nearest: "单选题" },
  情景题: { way: "single", nearest: "单选题" },
  评分单选: { way: "single", nearest: "单选题", scored: true },
  评分单选题: { way: "single", nearest: "单选题", scored: true },
  投票单选: { way: "single", nearest: "单选题" },
  考试单选: { way: "single", nearest: "单选题", scored: true },
  考试单选题: { way: "single", nearest: "单选题", scored: true },
  测试题: { way: "single", nearest: "单选题", scored: true },
  判断题: { way: "judge", nearest: "单选题" },
  考试判断题: { way: "judge", nearest: "单选题", scored: true },
  多选题: { way: "multiple" },
  多选: { way: "multiple" },
  可多选: { way: "multiple" },
  多项选择题: { way: "multiple" },
  评分多选: { way: "multiple", nearest: "多选题", scored: true },
  投票多选: { way: "multiple", nearest: "多选题" },
  考试多选题: { way: "multiple", nearest: "多选题", scored: true },
  测试多选题: { way: "multiple", nearest: "多选题", scored: true },
  量表题: { way: "scale" },
  量表: { way: "scale" },
  反向量表题: { way: "scale", descending: true },
  填空题: { way: "text" },
  填空: { way: "text" },
  单项填空: { way: "text" },
  单项填空题: { way: "text" },
  问答题: { way: "text" },
  简答题: { way: "text" },
  单行文本题: { way: "text", nearest: "填空题" },
  多行文本题: { way: "text", nearest: "填空题" },
  单行填空题: { way: "text", nearest: "填空题" },
  多行填空题: { way: "text", nearest: "填空题" },
  测试填空题: { way: "text", nearest: "填空题", scored: true },
  测试简答题: { way: "text", nearest: "填空题", scored: true },
  多项填空: { way: "blanks", nearest: "填空题" },
  多项填空题: { way: "blanks", nearest: "填空题" },
  矩阵题: { way: "matrix" },
  矩阵单选: { way: "matrix" },
  矩阵单选题: { way: "matrix" },
  矩阵量表: { way: "matrix" },
  矩阵量表题: { way: "matrix" },
  矩阵反向量表题: { way: "matrix", descending: true },
  矩阵多选: { way: "matrixMultiple", nearest: "多选题" },
  矩阵多选题: { way: "matrixMultiple", nearest: "多选题" },
  矩阵填空: { way: "matrixText", nearest: "填空题" },
  矩阵填空题: { way: "matrixText", nearest: "填空题" },
  段落说明: { way: "paragraph" },
  段落: { way: "paragraph" },
  文本描述: { way: "paragraph" },
  分页: { way: "page" },
  分页栏: { way: "page" },
  分页符: { way: "page" },
  排序题: { way: "ranking" },
  比重题: { way: "sum" },
  滑动条: { way: "slider" },
  滑动条题: { way: "slider" },
  矩阵滑动条: { way: "lost" },
  表格题: { way: "lost" },
  表格数值: { way: "lost" },
  表格填空: { way: "lost" },
  表格下拉框: { way: "lost" },
  文件上传: { way: "lost" },
  上传文件: { way: "lost" },
  绘图题: { way: "lost" },
  商品题: { way: "lost" },
  多级下拉题: { way: "lost" },
  多级下拉框: { way: "lost" },
  NPS量表题: { way: "nps" },
  NPS量表: { way: "nps" },
  NPS题: { way: "nps" },
  净推荐值: { way: "nps" },
};

/** Questions of an English text are told by what such tags begin with; they would else be taken for its invitation. */
const englishKinds: [RegExp, Kind][] = [
  [/^single-?(?:choice|select)/i, { way: "single", nearest: "单选题" }],
  [/^multi(?:ple)?-?(?:choice|select)/i, { way: "multiple", nearest: "多选题" }],
  [/^(?:fill|blank|open|text|matrix|scale|rating|rank|slider|drop|upload|date)[a-z-]*$/i, { way: "lost" }],
];

/** The type a word between brackets names; any other word ending in 题 is one this house does not know. */
export function kindOf(word: string): Kind | undefined {
  if (Object.hasOwn(kinds, word)) return kinds[word];
  const english = englishKinds.find(([begins]) => begins.test(word));
  if (english) return english[1];
  return /^[\p{Script=Han}A-Za-z0-9]{1,10}题$/u.test(word) && !/[必选非答][答填做]题$/.test(word)
    ? { way: "lost" }
    : undefined;
}
