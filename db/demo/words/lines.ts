/**
 * What invented students say, by how they feel about the thing asked.
 * {skill}, {place}, {tool} come from the certificate, other names in braces from short lists; of [one|another] one is
 * said; a line that begins with @fact is only said by those of whom the fact is true.
 */
export interface Lines {
  good: string[];
  bad: string[];
  mixed: string[];
  /** What should change; put behind a statement. */
  wish: string[];
  /** The very short answers that every survey gets. */
  brief: string[];
}

export interface Setting {
  skill: string[];
  place: string;
  tool: string;
}

export const settingsZh: Record<string, Setting> = {
  "demo-ledger": {
    skill: ["录凭证", "结账", "对账", "编报表", "报税", "审单据"],
    place: "机房",
    tool: "记账软件",
  },
  "demo-warehouse": {
    skill: ["入库上架", "分拣", "盘点", "排配送路线", "处理退货", "扫码出库"],
    place: "仓储实训室",
    tool: "仓库系统",
  },
  "demo-equipment": {
    skill: ["接传感器", "看报警记录", "画趋势图", "排查掉线", "配采集点", "读设备参数"],
    place: "实训车间",
    tool: "采集软件",
  },
  "demo-companion": {
    skill: ["给老人翻身", "量血压", "协助老人吃饭", "写照护记录", "跟老人聊天", "扶老人上轮椅"],
    place: "照护实训室",
    tool: "照护记录系统",
  },
};

export const settingsEn: Record<string, Setting> = {
  "demo-ledger": {
    skill: ["month-end closing", "bank reconciliation", "entering vouchers", "tax filing"],
    place: "computer lab",
    tool: "ledger software",
  },
  "demo-warehouse": {
    skill: ["stocktaking", "order picking", "route planning", "handling returns"],
    place: "warehouse lab",
    tool: "warehouse system",
  },
  "demo-equipment": {
    skill: ["wiring sensors", "reading alarm logs", "tracing dropouts", "plotting trends"],
    place: "workshop",
    tool: "logging software",
  },
  "demo-companion": {
    skill: ["lifting and turning", "taking blood pressure", "writing care notes", "wheelchair transfers"],
    place: "care lab",
    tool: "care records system",
  },
};

export const fillings: Record<string, string[]> = {
  days: ["三天", "四天", "一周", "五天", "两个周末", "十来天"],
  weeks: ["两周", "三周", "一个月", "二十天"],
  minutes: ["十分钟", "一刻钟", "二十分钟", "半个小时", "七八分钟"],
  firms: ["三家", "四五家", "六家", "十几家", "七八家"],
  fee: ["两百多", "三百多", "一百八十", "四百"],
};
