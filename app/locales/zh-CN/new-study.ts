export const newStudy = {};
