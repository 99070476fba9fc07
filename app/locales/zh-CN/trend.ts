export const trend = {
  title: "历次变化",
};
