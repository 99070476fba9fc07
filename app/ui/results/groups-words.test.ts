import { expect, test } from "vitest";
import { statisticText } from "./groups-words.ts";

test("a test's statistic reads as it is printed in the field", () => {
  expect(statisticText({ sign: "t", value: -5.2018, df: [607.94] })).toBe("t(607.9) = −5.20");
  expect(statisticText({ sign: "F", value: 3.4644, df: [3, 59.42] })).toBe("F(3, 59.4) = 3.46");
  expect(statisticText({ sign: "H", value: 13.2299, df: [3] })).toBe("H(3) = 13.23");
  expect(statisticText({ sign: "U", value: 20195.5 })).toBe("U = 20195.5");
  expect(statisticText({ sign: "U", value: 20197 })).toBe("U = 20197");
  expect(statisticText({ sign: "z", value: -0.004 })).toBe("z = 0.00");
});
