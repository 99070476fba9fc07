export const answersImport = {};
