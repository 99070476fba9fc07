import type { Instrument } from "#app/instrument/definition.ts";

/**
 * What stands before the questions of a file that has no consent page: a letter with the places to be filled in, and
 * the tick without which nobody may be asked.
 */
export const minimalConsent = (): Instrument["consent"] => ({
  letter: [
    {
      "zh-CN": "主办：{institution}；负责人：{lead}；联系方式：{contact}；伦理审批号：{ethics}。",
      en: "Run by {institution}; lead {lead}; contact {contact}; ethics approval {ethics}.",
    },
    {
      "zh-CN": "自愿：除本页的同意选项外，任何题目都可以跳过，随时可以退出。",
      en: "Voluntary: apart from this consent every question may be skipped, and you may stop at any time.",
    },
    {
      "zh-CN":
        "保存与撤回：数据保存至{keep_until}；提交后您会得到一个撤回码，{keep_until}前凭码可以删除您的答卷。",
      en: "Storage and withdrawal: kept until {keep_until}; you get a withdrawal code that deletes your answers until {keep_until}.",
    },
  ],
  ticks: [
    {
      kind: "consent",
      code: "CON01",
      rev: 1,
      text: {
        "zh-CN": "我已阅读并理解以上说明，自愿参加。",
        en: "I have read and understood this and take part voluntarily.",
      },
      required: true,
      background: false,
      mirrors: [],
    },
  ],
});
