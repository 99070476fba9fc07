import { findingsOf } from "#app/briefs/findings.ts";
import { countText, joined, statementOf } from "#app/briefs/wording.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import type { PublicRelease } from "./public-release.ts";
import { fileAddress, fileNames } from "./release-files.ts";

/** Title, description and what chats and feeds show of a shared link; all addresses start with the public one. */
export function publicMeta(page: PublicRelease | undefined) {
  const language: Language = page?.language ?? "zh-CN";
  const { common, publicPage } = messagesIn(language);
  const release = page?.release;
  if (!page || !release) {
    return [
      { title: `${page?.title?.[language] ?? publicPage.none.unknown} · ${common.product}` },
      { name: "robots", content: "noindex" },
    ];
  }
  const said = release.title[language].toLowerCase().includes(common.synthetic.toLowerCase());
  const mark = release.synthetic && !said ? ` (${common.synthetic})` : "";
  const title = `${release.title[language]}${mark}`;
  const findings = findingsOf(release).map(({ theme }) => statementOf(theme, language));
  const description = fill(publicPage.description, {
    n: countText(release.n),
    findings: joined(findings, language),
  });
  const address = `${page.publicUrl}/p/${page.slug}`;
  const image = `${page.publicUrl}${fileAddress(page.slug, release.number, fileNames.share(language))}`;
  return [
    { title: `${title} · ${common.product}` },
    { name: "description", content: description },
    {
      tagName: "link",
      rel: "canonical",
      href: `${address}${page.releases[0]?.number === release.number ? "" : `/${release.number}`}`,
    },
    { property: "og:type", content: "article" },
    { property: "og:site_name", content: common.product },
    { property: "og:locale", content: language.replace("-", "_") },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:url", content: `${address}?lang=${language}` },
    { property: "og:image", content: image },
    { property: "og:image:width", content: "1200" },
    { property: "og:image:height", content: "630" },
    {
      property: "og:image:alt",
      content: fill(publicPage.imageAlt, { title: release.title[language], number: release.number }),
    },
    { name: "twitter:card", content: "summary_large_image" },
  ];
}
