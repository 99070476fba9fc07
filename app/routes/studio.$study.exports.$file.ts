import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportFile } from "../http/export-data.server.ts";
import { requireMember } from "../http/session.server.ts";

/** Answers row by row leave the house only with a researcher. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { study } = await requireMember(request, params.study, "researcher");
  return exportFile(study, params.file ?? "", new URL(request.url).searchParams);
}
