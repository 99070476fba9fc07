import type { LoaderFunctionArgs } from "@remix-run/node";
import { resultFile } from "../http/result-files.server.ts";

/** One exhibit of a results page to take away; `resultFile` asks who wants it. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  resultFile(request, params.study, params.file ?? "");
