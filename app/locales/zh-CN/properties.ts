export const properties = {};
