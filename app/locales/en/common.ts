import type { common as chinese } from "../zh-CN/common.ts";

export const common: typeof chinese = {
  product: "Tributary",
  tagline: "What students say, joined into evidence",
  synthetic: "Synthetic data",
  syntheticNote: "Every school, certificate and answer here is invented for demonstration.",
  language: "Language",
  otherLanguage: "中文",
  skipToContent: "Skip to content",
  hidden: {
    few: "Fewer than {k} answers",
    complement: "Hidden so a smaller group cannot be worked out",
    difference: "Within {k} people of a visible group",
    alike: "Hidden because nearly everyone answered the same",
    thin: "Too few under the strict profile (percentages from 23 answers, means from 8)",
  },
  errors: {
    400: {
      title: "That request was not right",
      body: "The address or form holds something we do not know. Go back, or start again from the home page.",
    },
    403: {
      title: "Your account may not do that",
      body: "If you need this permission, please ask the lead of the study.",
    },
    404: {
      title: "No such page",
      body: "The address may be mistyped, or the content belongs to another account. Check the link or go back home.",
    },
    410: { title: "This is closed", body: "What you are looking for is no longer here." },
    503: {
      title: "That could not be saved just now",
      body: "The database cannot be written to for the moment; nothing was changed. Please try again in a few seconds.",
    },
    500: {
      title: "Something broke on our side",
      body: "Data already received is safe. Please try again shortly, and tell the maintainers if it stays this way.",
    },
  },
  home: "Back to the start",
};
