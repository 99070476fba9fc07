import type { Certificate } from "#app/fieldwork/certificates.ts";

/**
 * The six certificates that a conference paper of 2022 lists for accounting majors. Issuer, English name and batch are
 * the table's; it gives no levels, so none are entered. The Chinese is not in the paper, and the source says so.
 */
const source =
  "论文表1“第三批职业技能等级证书·会计类清单”，课题2020QJG041，载 Innovation Economics and Management Research (IEMR) 第1卷，" +
  "ISSN 2949-1304，第2届 International Symposium on Innovative Management and Economics（ISIME 2022）。论文为英文，中文名称由本目录编者补上。\n" +
  "Table 1 (“1 + X detailed list of the third batch of vocational skill grading certificates, Accounting Series”) of a paper " +
  "from project 2020QJG041, in: Innovation Economics and Management Research (IEMR), vol. 1, ISSN 2949-1304, 2nd International " +
  "Symposium on Innovative Management and Economics (ISIME 2022). Chinese names added by the editors of this catalogue; " +
  "the paper is in English.";

const accounting = (
  code: string,
  zh: string,
  en: string,
  issuerZh: string,
  issuerEn: string,
): Certificate => ({
  code,
  name: { "zh-CN": zh, en },
  issuer: { "zh-CN": issuerZh, en: issuerEn },
  levels: [],
  batch: "3",
  majors: ["53"],
  source,
  asOf: "2022",
  synthetic: false,
});

export const accountingCertificates: Certificate[] = [
  accounting(
    "acc3-1",
    "财务共享服务",
    "Financial shared service",
    "正保远程教育",
    "China Distance Education Holdings Ltd., CDEL",
  ),
  accounting("acc3-2", "财务数字化应用", "Financial digitization application", "新道", "Seentao"),
  accounting("acc3-3", "大数据财务分析", "Big data financial analysis", "首冠教育", "Shouguan Education"),
  accounting("acc3-4", "业财一体信息化应用", "Industry-finance information", "新道", "Seentao"),
  accounting("acc3-5", "数字化管理会计", "Digital management accounting", "管会教育", "Guanhui Education"),
  accounting("acc3-6", "金税财务应用", "Golden tax financial application", "航天信息", "Aisino"),
];

const invented = (
  code: string,
  zh: string,
  en: string,
  issuer: [string, string],
  majors: string[],
): Certificate => ({
  code,
  name: { "zh-CN": `${zh}（虚构）`, en: `${en} (invented)` },
  issuer: { "zh-CN": `${issuer[0]}（虚构）`, en: `${issuer[1]} (invented)` },
  levels: ["elem", "inter", "adv"],
  batch: null,
  majors,
  source: "为汇流的演示而虚构。\nInvented for Tributary’s demo.",
  asOf: "2025-09-01",
  synthetic: true,
});

/** What the demo's students answered about: no invented result may stand beside a real issuer's name. */
export const inventedCertificates: Certificate[] = [
  invented(
    "demo-ledger",
    "云账簿处理",
    "Cloud ledger keeping",
    ["清源评价中心", "Qingyuan Assessment Centre"],
    ["53"],
  ),
  invented(
    "demo-warehouse",
    "仓配协同作业",
    "Warehouse and delivery teamwork",
    ["百川技能社", "Baichuan Skills Society"],
    ["50", "53"],
  ),
  invented(
    "demo-equipment",
    "设备数据看护",
    "Equipment data watch",
    ["百川技能社", "Baichuan Skills Society"],
    ["46", "51"],
  ),
  invented(
    "demo-companion",
    "社区长者陪护",
    "Companion care for elders",
    ["沐溪照护学社", "Muxi Care Society"],
    ["52", "59"],
  ),
];
