export const weights = {
  title: "加权",
};
