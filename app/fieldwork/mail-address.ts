/**
 * An address as it is kept and compared: full-width signs made plain, case and surroundings dropped. Mail systems in use
 * do not tell capitals apart, and one person is to get one letter.
 */
export const normaliseAddress = (typed: string) =>
  typed
    .normalize("NFKC")
    .replace(/[\s\p{Cc}\u200b\ufeff]+/gu, " ")
    .trim()
    .replace(/^(mailto:|<)|>$/gi, "")
    .toLowerCase();

/** Whether a normalised address can be written to: plain signs before the @, a name with a dot after it (RFC 5321). */
export const isAddress = (address: string) =>
  address.length <= 254 &&
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?=.{3,253}$)[\p{L}\p{N}-]{1,63}(\.[\p{L}\p{N}-]{1,63})+$/u.test(
    address,
  ) &&
  address.indexOf("@") <= 64;
