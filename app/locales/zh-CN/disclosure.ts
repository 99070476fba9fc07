/** How closely numbers may be told: the choice and what it means. */
export const disclosure = {
  title: "公布精度",
};
