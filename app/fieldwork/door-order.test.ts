import { expect, test } from "vitest";
import { inDoorOrder } from "./door-order.ts";

const both = (text: string) => ({ "zh-CN": text, en: text });
const door = (kind: "open" | "class" | "list", name: string, college = "") => ({
  kind,
  name: both(name),
  cohort: { college: both(college) },
});

test("open links first, lists last, the classes of a college together and counted as people count", () => {
  const doors = [
    door("list", "名单"),
    door("class", "软件10班", "信息学院"),
    door("class", "会计2班", "会计学院"),
    door("class", "软件9班", "信息学院"),
    door("open", "公开链接"),
  ];
  expect(inDoorOrder(doors).map(({ name }) => name.en)).toEqual([
    "公开链接",
    "会计2班",
    "软件9班",
    "软件10班",
    "名单",
  ]);
});
