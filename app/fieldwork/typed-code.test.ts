import { expect, test } from "vitest";
import { addressesMeant } from "./typed-code.ts";

test.each([
  ["ABCD 2345", ["abcd2345"]],
  [" abcd-2345 ", ["abcd-2345", "abcd2345"]],
  ["ＡＢＣＤ２３４５", ["abcd2345"]],
  ["demo-huiliu", ["demo-huiliu", "demohuiliu"]],
  ["https://survey.example.edu.cn/s/abcd2345?lang=en", ["abcd2345"]],
  ["survey.example.edu.cn/s/demo-huiliu/about", ["demo-huiliu", "demohuiliu"]],
  ["", []],
  ["没有", []],
  ["../../etc", []],
  [`a${"b".repeat(64)}`, []],
])("%j may mean %j", (typed, meant) => expect(addressesMeant(typed)).toEqual(meant));
