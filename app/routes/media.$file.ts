import type { LoaderFunctionArgs } from "@remix-run/node";
import { servePicture } from "#app/http/pictures.server.ts";

/** A survey's picture: whoever is asked may see it. */
export const loader = ({ params }: LoaderFunctionArgs) => servePicture(params.file ?? "");
