export const groups = {
  title: "分组比较",
};
