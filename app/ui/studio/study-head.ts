import type { Text } from "#app/locales/language.ts";

export type Role = "researcher" | "reader";

/** What the frame must know of the study on the screen. */
export interface StudyHead {
  slug: string;
  title: Text;
  synthetic: boolean;
  role: Role;
}

/** Only what the frame shows travels to the browser. */
export const studyHead = ({ slug, title, synthetic, role }: StudyHead): StudyHead => ({
  slug,
  title,
  synthetic,
  role,
});
