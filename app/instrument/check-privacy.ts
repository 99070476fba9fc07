import type { Definition } from "./definition.ts";
import { type Finding, finding } from "./finding.ts";
import { placedItems } from "./places.ts";

/** Words with which a question asks who somebody is, or how to reach them. */
const identity =
  /姓名|名字|学号|工号|手机号|手机号码|电话|联系方式|身份证|微信号|QQ ?号|邮箱|电子邮件|家庭住址|详细地址|\b(your|full|first|last|family) names?\b|\bphone\b|\bmobile number\b|\btelephone\b|\be-?mail\b|\bstudent (id|number|no)\b|\bidentity (card|number)\b|\b(home|postal) address\b|\bwechat (id|account)\b|\bcontact details\b/i;
/** The same words about something else: the name of a certificate, of a college. */
const ofThings = /(证书|专业|学校|院校|学院|企业|单位|公司|课程|职业|岗位|班级)(的)?(名字|全称)/g;

/** Questions whose typed answer would say who somebody is: the letter promises not to ask that. */
export function checkPrivacy(definition: Definition): Finding[] {
  return placedItems(definition).flatMap(({ item, place }) => {
    if (item.kind !== "short" && item.kind !== "text" && item.kind !== "number") return [];
    const texts = [...Object.values(item.text), ...Object.values(item.help ?? {})];
    const asks = texts.flatMap((one) => identity.exec(negated(one).replace(ofThings, ""))?.[0] ?? []);
    return asks[0] ? [finding("asks-identity", place, { words: asks[0] })] : [];
  });
}

/** Without the sentences that ask not to: “please do not write your name” is what a survey should say. */
const negated = (text: string) =>
  text
    .split(/(?<=[。！？!?；;，,.\n])/)
    .filter((one) => !/请勿|不要|不必|不用|无需|别写|do not|don't|never|without|no need/i.test(one))
    .join("");
