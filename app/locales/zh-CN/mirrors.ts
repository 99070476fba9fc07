export const mirrors = {
  title: "各方对照",
};
