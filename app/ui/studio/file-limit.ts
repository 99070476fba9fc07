import type { FormEvent } from "react";

/** A little under what the server takes at all: it hangs up on more before any page of ours could say why. */
export const largestFile = 10_000_000;

/** For a form's onChange: a file that is too large is said beside its field, before it is sent. */
export const sayTooLarge =
  (words: string) =>
  ({ target }: FormEvent<HTMLFormElement>): void => {
    const field: EventTarget = target;
    if (!(field instanceof HTMLInputElement) || !field.files) return;
    field.setCustomValidity([...field.files].some(({ size }) => size > largestFile) ? words : "");
    if (!field.validity.valid) field.reportValidity();
  };
