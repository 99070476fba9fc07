/** Questionnaires as people paste and export them, written for these tests. */

/** Copied by hand out of several places: every habit at once. */
export const messy = `\uFEFF大学生课程体验调查
您好！这是一份匿名问卷，
请根据实际情况填写。

一、基本信息
1. 您的性别*[单选题][单选题]
○男  ○女

2、您的年级【单选题】（必填）
A. 大一 B. 大二 C. 大三 D. 大四
3．您参加过哪些活动？（最多选3项）[多选题]*
社团
竞赛
志愿服务
其他____
Q4：您\u200B是否考过证书 [ 单选题 ] ＊
　　○ 是
　　○ 否 (请跳至第7题)
二、态度
第5题 您在多大程度上同意以下说法［矩阵量表题］
非常不同意 不同意 一般 同意 非常同意
老师讲得清楚
(2)教材合适
6请评价以下方面[矩阵单选题]
行：
- 工作环境
- 团队协作
列：
- 很不满意
- 不满意
- 满意
7. 我愿意推荐这门课[量表题]
非常同意
同意
一般
不同意
非常不同意
8. 请给下列方面排序 [排序题]
教师
教材

9. 联系方式[多项填空题]
姓名：____
电话：____
10. 说说您的建议（依赖于第4题第1个选项）[填空题]
________
谢谢您的参与！
`;

/** As 问卷星's Word export reads when its text is copied: tags on lines of their own, circles under columns. */
export const exported = `社团满意度
1. What do you think of the club?
(您怎么看这个社团？)
[单选题] [必答题]
   ○ 不喜欢（No）  (请跳至第问卷末尾，提交答卷)
   ○ 喜欢(Yes)
   ○ 其它，请注明 _________________
2. 2.我可以从社团中学到东西
*[单选题]
1非常不同意
2不同意
3一般
4同意
5非常同意
3. 请为下列方面打分[矩阵量表题] *
\t太少\t偏少\t刚好\t偏多\t太多\t不清楚
活动次数\t○\t○\t○\t○\t○\t○
培训时间\t○\t○\t○\t○\t○\t○
4. 总体评分[量表题]
0~10
5. 今后一年您会参加吗[判断题]
`;

/** Without one type between brackets. */
export const untagged = `宿舍生活小调查

1、您住几人间？
A、四人间
B、六人间

2、您在宿舍做什么（可多选）
A、学习
B、休息
C、娱乐

3、您还有什么想说的？
`;
