import type { Site } from "../plugins/corpus/types.ts";

/** Settings of the sample site; `.example` is reserved, so no real address is meant. */
const site: Site = {
  title: "The Vervain Journal",
  description: "Careful, plain-English reading on massage, sleep, herbs and quiet movement.",
  url: "https://vervain.example",
  lang: "en",
  timeZone: "Europe/London",
  publisher: "vervain-journal",
  navigation: [
    { label: "Benefits", url: "/benefits/" },
    { label: "Therapies", url: "/therapies/" },
    { label: "Conditions", url: "/conditions/" },
    { label: "About", url: "/about/" },
  ],
  pageSize: 8,
  reviewMonths: 24,
  brand: { brand: null, link: null },
  comments: { endpoint: null },
  features: { matrix: true, search: true, feeds: true, themeSwitch: true, socialCards: true },
  images: {
    responsive: true,
    widths: [480, 800, 1280],
    formats: ["avif", "webp"],
    path: "/pictures/",
    missing: "error",
  },
};

export default site;
