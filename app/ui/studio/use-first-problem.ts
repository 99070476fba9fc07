import { useEffect, useRef } from "react";

/** A form whose first wrong field gets the focus when it comes back refused. */
export function useFirstProblem() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, []);
  return form;
}
