/** Hours of extra sleep under two drugs: Student (1908), the data set `sleep` that comes with R. */
export const sleep: { readonly first: readonly number[]; readonly second: readonly number[] } = {
  first: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
  second: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
};
