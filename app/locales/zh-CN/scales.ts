export const scales = {
  title: "量表质量",
};
