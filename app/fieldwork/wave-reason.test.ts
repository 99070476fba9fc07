import { expect, test } from "vitest";
import { sourceIn } from "./certificate-source.ts";
import { changedDoor, changedWave, madeWave } from "./wave-reason.ts";

const text = (zh: string, en: string) => ({ "zh-CN": zh, en });
const wave = {
  name: text("秋季", "Autumn"),
  opensAt: "2026-09-01T00:00:00.000Z",
  closesAt: "2026-10-01T15:59:00.000Z",
  graceMinutes: 15,
  version: 2,
};

test("a new wave is said in both languages, in the study's own time", () => {
  const reason = madeWave(wave, "Asia/Shanghai");
  expect(sourceIn(reason, "zh-CN")).toBe(
    "新建“秋季”：2026年9月1日 08:00 至 2026年10月1日 23:59，问卷第 2 版",
  );
  expect(sourceIn(reason, "en")).toBe(
    "Made “Autumn”: 1 September 2026 08:00 to 1 October 2026 23:59, survey version 2",
  );
});

test("a change names what changed and nothing else", () => {
  const after = { ...wave, closesAt: "2026-10-02T15:59:00.000Z", graceMinutes: 30 };
  expect(sourceIn(changedWave(wave, after, "Asia/Shanghai"), "en")).toBe(
    "Changed “Autumn”: closes 1 October 2026 23:59 → 2 October 2026 23:59; grace 15 → 30 minutes",
  );
  expect(sourceIn(changedWave(wave, wave, "Asia/Shanghai"), "zh-CN")).toBe("修改“秋季”：没有改动");
});

test("a door's change tells its cohort before and after", () => {
  const door = { name: text("甲", "A"), cohort: { class: text("甲班", "A") }, expected: 40, most: null };
  const after = { ...door, cohort: { class: text("乙班", "B"), campus: text("东", "East") }, most: 60 };
  expect(sourceIn(changedDoor(door, after), "zh-CN")).toBe(
    "修改入口“甲”：class：甲班 改为 乙班；campus：未填 改为 东；上限 未填 改为 60",
  );
  expect(sourceIn(changedDoor(door, after), "en")).toBe(
    "Changed the door “A”: class A → B; campus none → East; most answers none → 60",
  );
});
