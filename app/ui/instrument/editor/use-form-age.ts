import { useLocation } from "@remix-run/react";

/**
 * Changes with every step of the browser and every form that left the page, and not with one that saved itself: a form is
 * made anew after the former, and stays under its writer's hands during the latter.
 */
export const useFormAge = () => useLocation().key;
