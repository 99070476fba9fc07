export const cross = {
  title: "交叉表",
};
