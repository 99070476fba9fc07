export const waves = {};
