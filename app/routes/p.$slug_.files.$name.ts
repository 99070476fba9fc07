import type { LoaderFunctionArgs } from "@remix-run/node";
import { serveReleaseFile } from "../http/serve-release-file.server.ts";

export const loader = ({ params }: LoaderFunctionArgs) =>
  serveReleaseFile(params.slug ?? "", params.name ?? "");
